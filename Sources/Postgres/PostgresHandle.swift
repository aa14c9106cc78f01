import CPQ
import SQL

#if canImport(Glibc)
    import Glibc
#endif

/// A connection of libpq's, closed with this value.
struct PostgresHandle: ~Copyable {
    let pointer: OpaquePointer

    /// Connects; it waits as long as `connect_timeout` in the address says, 10 s unless it says otherwise.
    init(address: String, name: String) throws(SQLError) {
        // The first of each pair counts unless the address names it too: libpq reads `dbname` last with `expand_dbname`.
        let pairs = [
            ("connect_timeout", "10"), ("application_name", "viva"), ("client_encoding", "UTF8"),
            // A server that does not answer any more is given up after half a minute, with a statement on the way as without.
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"), ("dbname", address),
        ]
        var keys: [UnsafePointer<CChar>?] = []
        var values: [UnsafePointer<CChar>?] = []
        let copies = pairs.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (key, value) in copies {
                free(key)
                free(value)
            }
        }
        for (key, value) in copies {
            keys.append(UnsafePointer(key))
            values.append(UnsafePointer(value))
        }
        guard let pointer = PQconnectdbParams(keys + [nil], values + [nil], 1) else {
            throw .cannotOpen(database: name, reason: "libpq had no memory")
        }
        guard PQstatus(pointer) == CONNECTION_OK else {
            let reason = Self.message(PQerrorMessage(pointer))
            PQfinish(pointer)
            throw .cannotOpen(database: name, reason: reason)
        }
        // Notices, such as that a table is there already, are for people at a console.
        PQsetNoticeProcessor(pointer, { _, _ in }, nil)
        self.pointer = pointer
    }

    deinit { PQfinish(pointer) }

    /// Whether the server is still there, as far as libpq has noticed.
    var isAlive: Bool { PQstatus(pointer) == CONNECTION_OK }

    /// What went wrong last.
    var reason: String { Self.message(PQerrorMessage(pointer)) }

    /// Lets the server read a statement with values of these types once, to be run under `name`.
    func prepare(_ name: String, _ text: String, types: [Oid]) -> PostgresResult {
        PostgresResult(PQprepare(pointer, name, text, Int32(types.count), types))
    }

    /// Runs a statement that was prepared; each value as text, `nil` for none.
    func run(prepared name: String, values: [String?]) -> PostgresResult {
        let copies = values.map { value in value.flatMap { strdup($0) } }
        defer { for copy in copies { free(copy) } }
        return PostgresResult(
            PQexecPrepared(pointer, name, Int32(values.count), copies.map { UnsafePointer($0) }, nil, nil, 0))
    }

    /// Runs a statement without values.
    func run(_ text: String) -> PostgresResult { PostgresResult(PQexec(pointer, text)) }

    static func message(_ text: UnsafePointer<CChar>?) -> String {
        // libpq writes several lines, of which each is a part of one sentence.
        text.map { String(cString: $0) }?.split(separator: "\n").map { $0.trimmed }.joined(separator: "; ")
            ?? "libpq said nothing"
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0.isWhitespace }
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
