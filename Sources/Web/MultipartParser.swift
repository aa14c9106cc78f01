/// Reads a form with files piece by piece (multipart/form-data, RFC 7578), whatever the pieces in which it comes, and holds no more of it than
/// one piece and one delimiter.
///
/// ```swift
/// var parser = try MultipartParser(contentType: "multipart/form-data; boundary=x")
/// for piece in pieces {
///     for event in try parser.take(piece) { … }
/// }
/// try parser.finish()
/// ```
public struct MultipartParser: Sendable {
    /// How much may come.
    public struct Limits: Sendable, Hashable {
        /// How many parts there may be.
        public var parts = 64
        /// How many bytes the headers of a part may have.
        public var headerBytes = 8 << 10

        /// The usual ones.
        public init() {}
    }

    /// The head of a part.
    public struct Part: Sendable, Hashable {
        /// The name of the field.
        public let name: String
        /// The name of the file as the client calls it, without folders; `nil` for a field that is no file.
        public let fileName: String?
        /// The media type in small letters, without parameters; `nil` when it is not said.
        public let mediaType: String?
    }

    /// What was found.
    public enum Event: Sendable, Hashable {
        /// A part begins.
        case begin(Part)
        /// Bytes of the part.
        case bytes([UInt8])
        /// The part is whole.
        case end
    }

    private enum State: Hashable {
        /// Before the first delimiter.
        case preamble
        /// Behind a delimiter: the end of its line, or two hyphens, is waited for.
        case afterDelimiter
        case headers
        case body
        /// Behind the last delimiter.
        case epilogue
    }

    private let delimiter: [UInt8]
    private let limits: Limits
    private var state = State.preamble
    /// What was not understood yet.
    private var rest: [UInt8]
    private var partCount = 0
    /// After an error nothing more is understood.
    private var failed = false

    /// A parser of bodies with the boundary of a header `Content-Type`.
    ///
    /// - Throws: `MultipartFault` when it is another media type, or has no boundary that may be one.
    public init(contentType: String, limits: Limits = Limits()) throws(MultipartFault) {
        let header = HeaderParameters(contentType)
        guard header.value == "multipart/form-data" else { throw .otherMediaType(header.value) }
        guard let boundary = header.parameters["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), boundary.last != " "
        else { throw .noBoundary }
        self.limits = limits
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very beginning, where no line ends before it.
        rest = [0x0D, 0x0A]
    }

    /// Takes the next piece, of any length.
    ///
    /// - Throws: `MultipartFault`; nothing more can be taken then.
    public mutating func take(_ piece: some Collection<UInt8>) throws(MultipartFault) -> [Event] {
        guard !failed else { throw .broken }
        rest += piece
        var events: [Event] = []
        do throws(MultipartFault) { while try step(&events) {} } catch {
            failed = true
            throw error
        }
        return events
    }

    /// Refuses a body that is not whole.
    ///
    /// - Throws: `MultipartFault.incomplete`.
    public func finish() throws(MultipartFault) {
        guard state == .epilogue, !failed else { throw .incomplete }
    }

    /// Understands one thing more; returns whether there may be another.
    private mutating func step(_ events: inout [Event]) throws(MultipartFault) -> Bool {
        switch state {
        case .preamble:
            guard let place = find(delimiter) else {
                keepTail(delimiter.count - 1)
                return false
            }
            rest.removeFirst(place + delimiter.count)
            state = .afterDelimiter
        case .afterDelimiter: return try afterDelimiter()
        case .headers:
            guard let end = endOfHeaders else {
                guard rest.count <= limits.headerBytes else { throw .longHeaders(limit: limits.headerBytes) }
                return false
            }
            guard end.text <= limits.headerBytes else { throw .longHeaders(limit: limits.headerBytes) }
            events.append(.begin(try Self.part(rest[..<end.text])))
            rest.removeFirst(end.all)
            state = .body
        case .body: return body(&events)
        case .epilogue:
            rest = []
            return false
        }
        return true
    }

    private mutating func afterDelimiter() throws(MultipartFault) -> Bool {
        // Blanks may stand between a delimiter and the end of its line (RFC 2046, 5.1.1).
        var place = 0
        while place < rest.count, rest[place] == 0x20 || rest[place] == 0x09 { place += 1 }
        guard place < 64 else { throw .broken }
        guard rest.count >= place + 2 else { return false }
        let next = (rest[place], rest[place + 1])
        if place == 0, next == (UInt8(ascii: "-"), UInt8(ascii: "-")) {
            state = .epilogue
        } else if next == (0x0D, 0x0A) {
            partCount += 1
            guard partCount <= limits.parts else { throw .manyParts(limit: limits.parts) }
            rest.removeFirst(place + 2)
            state = .headers
        } else {
            throw .broken
        }
        return true
    }

    /// Where the headers end: the bytes of their text, and with the empty line behind them.
    private var endOfHeaders: (text: Int, all: Int)? {
        if rest.starts(with: [0x0D, 0x0A]) { return (0, 2) }
        return find([0x0D, 0x0A, 0x0D, 0x0A]).map { ($0, $0 + 4) }
    }

    private mutating func body(_ events: inout [Event]) -> Bool {
        if let place = find(delimiter) {
            if place > 0 { events.append(.bytes(Array(rest[..<place]))) }
            rest.removeFirst(place + delimiter.count)
            events.append(.end)
            state = .afterDelimiter
            return true
        }
        let known = rest.count - tailOfDelimiter
        if known > 0 {
            events.append(.bytes(Array(rest[..<known])))
            rest.removeFirst(known)
        }
        return false
    }

    /// How many of the last bytes may be the beginning of a delimiter.
    private var tailOfDelimiter: Int {
        for count in stride(from: min(delimiter.count - 1, rest.count), to: 0, by: -1)
        where rest[(rest.count - count)...].elementsEqual(delimiter[..<count]) {
            return count
        }
        return 0
    }

    private mutating func keepTail(_ count: Int) {
        if rest.count > count { rest.removeFirst(rest.count - count) }
    }

    /// Where a row of bytes begins.
    private func find(_ wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, rest.count >= wanted.count else { return nil }
        return rest.withUnsafeBufferPointer { bytes in
            var place = 0
            while place + wanted.count <= bytes.count {
                if bytes[place] == first, bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
                    return place
                }
                place += 1
            }
            return nil
        }
    }

    // MARK: - Headers

    private static func part(_ bytes: ArraySlice<UInt8>) throws(MultipartFault) -> Part {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .broken }
        var disposition: HeaderParameters?
        var mediaType: String?
        // A line that begins with a blank goes on with the one before; nobody writes such any more, and they are refused.
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: true) {
            guard let colon = line.firstIndex(of: ":"), line.first?.isWhitespace == false else {
                throw .broken
            }
            let value = String(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "content-disposition": disposition = HeaderParameters(value)
            case "content-type": mediaType = HeaderParameters(value).value
            default: break
            }
        }
        guard let disposition, disposition.value == "form-data", let name = disposition.parameters["name"]
        else { throw .noName }
        guard !name.unicodeScalars.contains("\0") else { throw .noName }
        return Part(
            name: name, fileName: disposition.parameters["filename"].map(plainName), mediaType: mediaType)
    }

    /// A name without the folders that some clients send (RFC 7578, 4.2), and without what steers a device.
    private static func plainName(_ name: String) -> String {
        let last = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }.last ?? ""
        return String(
            String.UnicodeScalarView(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
        )
    }
}
