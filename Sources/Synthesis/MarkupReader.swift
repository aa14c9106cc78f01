/// Reads SSML as far as speaking needs it: that it is well-formed, and which of its characters are text.
///
/// The engine skips what it does not understand, up to the rest of the text after a lost `>`; an author wants to know.
/// After XML 1.0 (W3C), sections 2.4 to 3.1 and 4.1; a document type declaration is refused, since entities of its own
/// are not resolved.
struct MarkupReader {
    /// Where and why a text is not well-formed.
    struct Malformed: Error {
        var reason: String
        /// In Unicode scalars from the start.
        var place: Int
    }

    private static let entities: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'",
    ]

    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var open: [String] = []
    private var pieces: [SourceText.Piece] = []

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    /// The characters of the text, in order.
    mutating func read() throws(Malformed) -> [SourceText.Piece] {
        while place < scalars.count {
            switch scalars[place] {
            case "<": try readMarkup()
            case "&": try readEntity()
            default:
                pieces.append(SourceText.Piece(scalar: scalars[place], range: place..<place + 1))
                place += 1
            }
        }
        if let element = open.last {
            throw Malformed(reason: "the element `\(element)` is not closed", place: place)
        }
        return pieces
    }

    private mutating func readMarkup() throws(Malformed) {
        let start = place
        if follows("<!--") {
            try pass(to: "-->", what: "comment")
        } else if follows("<?") {
            try pass(to: "?>", what: "processing instruction")
        } else if follows("<!") {
            throw Malformed(reason: "a declaration is not supported", place: place)
        } else {
            try readTag()
        }
        pieces.append(SourceText.Piece(scalar: nil, range: start..<place))
    }

    private mutating func readTag() throws(Malformed) {
        let start = place
        place += 1
        let isEnd = follows("/")
        if isEnd { place += 1 }
        let name = readName()
        guard !name.isEmpty else { throw Malformed(reason: "`<` does not begin a tag", place: start) }
        var isEmpty = false
        while true {
            guard place < scalars.count else {
                throw Malformed(reason: "the tag `\(name)` has no `>`", place: start)
            }
            let scalar = scalars[place]
            place += 1
            if scalar == ">" { break }
            if scalar == "/", follows(">") {
                isEmpty = true
            } else if !scalar.properties.isWhitespace {
                place -= 1
                try readAttribute(of: name)
            }
        }
        if isEnd {
            guard open.popLast() == name else {
                throw Malformed(reason: "`</\(name)>` closes what is not open", place: start)
            }
        } else if !isEmpty {
            open.append(name)
        }
    }

    private mutating func readAttribute(of element: String) throws(Malformed) {
        let start = place
        let malformed = Malformed(
            reason: "the tag `\(element)` has an attribute that is not `name=\"value\"`", place: start)
        guard !readName().isEmpty else { throw malformed }
        skipSpaces()
        guard follows("=") else { throw malformed }
        place += 1
        skipSpaces()
        guard place < scalars.count, scalars[place] == "\"" || scalars[place] == "'" else { throw malformed }
        let quote = scalars[place]
        place += 1
        while place < scalars.count, scalars[place] != quote {
            if scalars[place] == "<" { throw malformed }
            place += 1
        }
        guard place < scalars.count else { throw malformed }
        place += 1
    }

    private mutating func readEntity() throws(Malformed) {
        let start = place
        let malformed = Malformed(reason: "`&` does not begin an entity; write `&amp;`", place: start)
        let rest = scalars[(start + 1)...].prefix(10)
        guard let end = rest.firstIndex(of: ";") else { throw malformed }
        let name = String(String.UnicodeScalarView(scalars[(start + 1)..<end]))
        let scalar: Unicode.Scalar?
        if name.hasPrefix("#x") {
            scalar = UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        } else if name.hasPrefix("#") {
            scalar = UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        } else {
            scalar = Self.entities[name]
        }
        guard let scalar else { throw malformed }
        place = end + 1
        pieces.append(SourceText.Piece(scalar: scalar, range: start..<place))
    }

    private mutating func readName() -> String {
        let start = place
        while place < scalars.count {
            let scalar = scalars[place]
            guard scalar.properties.isAlphabetic || "0123456789:_-.".unicodeScalars.contains(scalar) else {
                break
            }
            place += 1
        }
        return String(String.UnicodeScalarView(scalars[start..<place]))
    }

    private mutating func skipSpaces() {
        while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    }

    private func follows(_ text: String) -> Bool { scalars[place...].starts(with: text.unicodeScalars) }

    private mutating func pass(to end: String, what: String) throws(Malformed) {
        let start = place
        while !follows(end) {
            guard place < scalars.count else {
                throw Malformed(reason: "the \(what) has no `\(end)`", place: start)
            }
            place += 1
        }
        place += end.unicodeScalars.count
    }
}
