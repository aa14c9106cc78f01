/// A file of variables, `.env`: `NAME=value`, one a line.
///
/// ```
/// # The key of the service that judges.
/// export OPENAI_API_KEY="sk-…"   # export may stand before a name
/// SECRET_KEY='not $changed'
/// ```
///
/// A value without quotation marks ends at the end of its line or before ` #`. In double quotation marks `\n`, `\t`, `\"`, `\\` and `\$`
/// stand for what they say, and a value may go over several lines; in single ones everything stands for itself. No variable is put in
/// place of `$NAME`.
public struct EnvironmentFile: Sendable, Hashable {
    /// What it says of a variable.
    public struct Entry: Sendable, Hashable {
        /// The value.
        public let value: String
        /// The line, from 1.
        public let line: Int
    }

    /// Why a file cannot be read.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// The line, from 1.
        public let line: Int
        /// What is wrong, as a sentence.
        public let reason: String

        /// A sentence.
        public var description: String { "line \(line): \(reason)" }
    }

    /// How errors call it.
    public let path: String
    /// By name; of a name that is there twice, the last.
    public let entries: [String: Entry]

    /// No file.
    public init() {
        path = ""
        entries = [:]
    }

    /// Reads the text of a file.
    ///
    /// - Parameter path: how errors call it.
    /// - Throws: `Fault` at the first line that cannot be read; it does not show values.
    public init(_ text: String, path: String = ".env") throws(Fault) {
        self.path = path
        var reader = EnvironmentReader(text)
        entries = try reader.entries()
    }
}

/// Reads one file of variables, character by character.
private struct EnvironmentReader {
    private let characters: [Unicode.Scalar]
    private var place = 0
    private var line = 1

    init(_ text: String) {
        // Windows ends lines with two characters, and may begin a file with a mark.
        var scalars = Array(text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        characters = scalars.filter { $0 != "\r" }
    }

    mutating func entries() throws(EnvironmentFile.Fault) -> [String: EnvironmentFile.Entry] {
        var entries: [String: EnvironmentFile.Entry] = [:]
        while place < characters.count {
            skipBlanks()
            if peek == "#" || peek == "\n" || peek == nil {
                skipLine()
                continue
            }
            let start = line
            let name = try name()
            let value = try value()
            entries[name] = EnvironmentFile.Entry(value: value, line: start)
        }
        return entries
    }

    private var peek: Unicode.Scalar? { place < characters.count ? characters[place] : nil }

    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        place += 1
        if scalar == "\n" { line += 1 }
        return scalar
    }

    private mutating func skipBlanks() { while peek == " " || peek == "\t" { place += 1 } }

    private mutating func skipLine() {
        while let scalar = next(), scalar != "\n" {}
    }

    private mutating func name() throws(EnvironmentFile.Fault) -> String {
        var name = word()
        if name == "export", peek == " " || peek == "\t" {
            skipBlanks()
            name = word()
        }
        skipBlanks()
        guard let first = name.unicodeScalars.first, !("0"..."9").contains(first) else {
            throw fault("A variable begins with a letter, as in NAME=value.")
        }
        guard peek == "=" else { throw fault("Expected = after \(name), as in NAME=value.") }
        place += 1
        return name
    }

    private mutating func word() -> String {
        var word = String.UnicodeScalarView()
        while let scalar = peek, Self.isNamePart(scalar) {
            word.append(scalar)
            place += 1
        }
        return String(word)
    }

    private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_": true
        default: false
        }
    }

    private mutating func value() throws(EnvironmentFile.Fault) -> String {
        skipBlanks()
        guard let mark = peek, mark == "\"" || mark == "'" else { return try plain() }
        let value = try quoted(mark)
        skipBlanks()
        guard peek == nil || peek == "\n" || peek == "#" else {
            throw fault("Something stands behind the closing quotation mark.")
        }
        skipLine()
        return value
    }

    private mutating func plain() throws(EnvironmentFile.Fault) -> String {
        var value = String.UnicodeScalarView()
        while let scalar = peek, scalar != "\n" {
            if scalar == "#", value.isEmpty || value.last == " " || value.last == "\t" { break }
            guard scalar != "\0" else { throw fault("The value has a zero character.") }
            value.append(scalar)
            place += 1
        }
        skipLine()
        while let last = value.last, last == " " || last == "\t" { value.removeLast() }
        return String(value)
    }

    private mutating func quoted(_ mark: Unicode.Scalar) throws(EnvironmentFile.Fault) -> String {
        let start = line
        place += 1
        var value = String.UnicodeScalarView()
        while let scalar = next() {
            guard scalar != "\0" else { throw fault("The value has a zero character.") }
            if scalar == mark { return String(value) }
            guard scalar == "\\", mark == "\"", let escaped = next() else {
                value.append(scalar)
                continue
            }
            switch escaped {
            case "n": value.append("\n")
            case "t": value.append("\t")
            case "\"", "\\", "$": value.append(escaped)
            default:
                value.append("\\")
                value.append(escaped)
            }
        }
        throw EnvironmentFile.Fault(line: start, reason: "The quotation mark \(mark) is not closed.")
    }

    private func fault(_ reason: String) -> EnvironmentFile.Fault {
        EnvironmentFile.Fault(line: line, reason: reason)
    }
}
