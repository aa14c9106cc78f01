import FoundationEssentials
import Speech

/// The interval tiers of a Praat TextGrid, in its long or its short text format.
///
/// Both formats hold the same values in the same order; the long one only names them. So reading takes the quoted
/// strings, numbers and flags and leaves the names out.
///
/// Source: the Praat manual, "TextGrid file formats".
struct TextGrid {
    /// A row of labelled intervals.
    struct Tier {
        /// Its name, for example `words`.
        var name: String
        /// Its intervals in order, empty ones included.
        var intervals: [TimedWord]
    }

    /// The interval tiers in order.
    var tiers: [Tier] = []

    /// The labelled intervals of the tier of words: the one named so, whatever stands around ("speaker - words").
    var words: [TimedWord]? {
        tiers.first { $0.name.lowercased().contains("word") }?.intervals.filter { !$0.text.isEmpty }
    }

    private enum Value: Equatable {
        case text(String)
        case number(Double)
        case flag(String)
    }

    /// What is wrong with a file.
    private static func wrong(_ name: String, _ reason: String) -> CorpusFailure {
        CorpusFailure("\(name) is no TextGrid that can be read: \(reason).")
    }

    /// Reads the text of a file called `name`.
    init(_ text: String, name: String) throws {
        var values = Self.values(text)[...]
        guard values.popFirst() == .text("ooTextFile"), values.popFirst() == .text("TextGrid") else {
            throw Self.wrong(name, "it does not begin with the types ooTextFile and TextGrid")
        }
        func number() throws -> Double {
            guard case .number(let value)? = values.popFirst() else {
                throw Self.wrong(name, "a number is missing")
            }
            return value
        }
        func string() throws -> String {
            guard case .text(let value)? = values.popFirst() else {
                throw Self.wrong(name, "a text is missing")
            }
            return value
        }
        _ = try (number(), number())
        switch values.popFirst() {
        case .flag("exists"): break
        case .flag("absent"): return
        default: throw Self.wrong(name, "it does not say whether there are tiers")
        }
        for _ in 0..<(try Self.count(number(), name)) {
            let kind = try string()
            var tier = Tier(name: try string(), intervals: [])
            _ = try (number(), number())
            for _ in 0..<(try Self.count(number(), name)) {
                let start = try number()
                let end = kind == "IntervalTier" ? try number() : start
                let label = try string().trimmed(while: \.isWhitespace)
                tier.intervals.append(
                    TimedWord(text: label, time: TimeRange(startSeconds: start, endSeconds: end)))
            }
            if kind == "IntervalTier" { tiers.append(tier) }
        }
    }

    /// Reads a file in UTF-8, or in UTF-16 as Praat writes it when a label is not plain Latin.
    init(path: String) throws {
        let data = try Data(contentsOf: URL(filePath: path))
        let isWide = data.starts(with: [0xFE, 0xFF]) || data.starts(with: [0xFF, 0xFE])
        guard let text = String(data: data, encoding: isWide ? .utf16 : .utf8) else {
            throw Self.wrong(path, "it is neither UTF-8 nor UTF-16")
        }
        try self.init(text, name: path)
    }

    private static func count(_ value: Double, _ name: String) throws -> Int {
        guard value >= 0, value <= 1_000_000, value == value.rounded() else {
            throw wrong(name, "\(value) is no count")
        }
        return Int(value)
    }

    /// The values of a file: what stands between quotes, and bare numbers and flags. A number in brackets is an index of
    /// the long format, and a word is a name.
    private static func values(_ text: String) -> [Value] {
        var values: [Value] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "\"" {
                values.append(.text(quoted(&rest)))
            } else if first == "<" {
                let end = rest.firstIndex(of: ">") ?? rest.endIndex
                values.append(.flag(String(rest[rest.index(after: rest.startIndex)..<end])))
                rest = rest[end...].dropFirst()
            } else if first == "!" {
                rest = rest.drop { !$0.isNewline }
            } else if first.isWhitespace {
                rest = rest.dropFirst()
            } else {
                let token = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "<" }
                if let number = Double(token), number.isFinite { values.append(.number(number)) }
                rest = rest[token.endIndex...]
            }
        }
        return values
    }

    /// Takes a text in quotes, in which a quote is doubled.
    private static func quoted(_ rest: inout Substring) -> String {
        var text = ""
        rest = rest.dropFirst()
        while let character = rest.popFirst() {
            if character == "\"" {
                guard rest.first == "\"" else { break }
                rest = rest.dropFirst()
            }
            text.append(character)
        }
        return text
    }
}
