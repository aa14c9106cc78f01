import FoundationEssentials
import Interview
import SystemPackage

/// What a writing program was told is kept, noted after it was told so.
struct TogetherNote: Codable {
    /// The number of the interview.
    var number: Int64
    /// All that must be in it; `nil` for one that was deleted.
    var interview: Interview?
    /// A word that its answers have and nothing else.
    var word: String
    /// The label by which the program counted in the interview that all share.
    var count: String?

    /// The notes of a file, in order.
    static func read(_ path: String) throws -> [TogetherNote] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        return try String(decoding: data, as: UTF8.self).split(separator: "\n").map { line in
            try JSONDecoder().decode(TogetherNote.self, from: Data(line.utf8))
        }
    }
}

/// The file of notes of one program.
struct TogetherNotes {
    private let file: FileDescriptor

    init(_ path: String) throws {
        file = try FileDescriptor.open(
            FilePath(path), .writeOnly, options: [.create, .append, .closeOnExec],
            permissions: [.ownerReadWrite])
    }

    func write(_ note: TogetherNote) throws {
        _ = try file.writeAll(JSONEncoder().encode(note) + Data("\n".utf8))
    }
}
