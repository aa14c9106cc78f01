import HTTPClient
import Speech

/// Takes the fields of an object that a model wrote, and notes what is wrong with them.
struct QuestionFields {
    /// What is wrong, each with the name of its field.
    private(set) var faults: [String] = []
    private let object: JSONValue
    /// What the names of its fields begin with, for example `question 2`.
    private let name: String

    init(_ object: JSONValue, name: String) {
        self.object = object
        self.name = name
    }

    /// Notes a fault that was found elsewhere.
    mutating func add(_ faults: [String]) { self.faults += faults }

    /// Notes what is wrong with a field, or with the whole where none is named.
    mutating func report(_ key: String? = nil, _ fault: String) {
        faults.append("\(name)\(key.map { ", \($0)" } ?? ""): \(fault)")
    }

    /// A text on one line; empty, with a fault, when it is none, has control characters or not as many words as it should.
    mutating func text(_ key: String, words: ClosedRange<Int>) -> String {
        guard case .text(let text)? = object[key] else {
            report(key, "it is \(object[key]?.kind ?? "missing") and must be a text")
            return ""
        }
        return checked(text, key, words: words)
    }

    /// A text that may be left out or empty.
    mutating func optionalText(_ key: String, words: ClosedRange<Int>) -> String? {
        switch object[key] {
        case nil: return nil
        case .text(let text)? where text.allSatisfy(\.isWhitespace): return nil
        default:
            let text = text(key, words: words)
            return text.isEmpty ? nil : text
        }
    }

    /// One of some names.
    mutating func choice<Choice: RawRepresentable>(_ key: String, of choices: [Choice]) -> Choice?
    where Choice.RawValue == String {
        if case .text(let text)? = object[key], let choice = choices.first(where: { $0.rawValue == text }) {
            return choice
        }
        report(key, "it must be one of \(choices.map(\.rawValue).joined(separator: ", "))")
        return nil
    }

    /// A number within bounds; the lower one, with a fault, when it is none.
    mutating func number(_ key: String, _ range: ClosedRange<Double>) -> Double {
        guard case .number(let number)? = object[key], range.contains(number) else {
            let bounds = [range.lowerBound, range.upperBound].map { JudgePrompt.written(.number($0)) }
            report(key, "it must be a number from \(bounds.joined(separator: " to "))")
            return range.lowerBound
        }
        return number
    }

    /// The values of a list; of more than there may be the first.
    mutating func list(_ key: String, count: ClosedRange<Int>) -> [JSONValue] {
        guard case .list(let list)? = object[key] else {
            report(key, "it is \(object[key]?.kind ?? "missing") and must be a list")
            return []
        }
        if list.count < count.lowerBound {
            report(key, "it has \(list.count) entries and must have at least \(count.lowerBound)")
        }
        return Array(list.prefix(count.upperBound))
    }

    /// A list of texts; of more than there may be the first, and each once.
    mutating func texts(_ key: String, count: ClosedRange<Int>, words: ClosedRange<Int>) -> [String] {
        var seen: Set<String> = []
        var texts: [String] = []
        for entry in list(key, count: 0...count.upperBound) {
            guard case .text(let text) = entry else {
                report(key, "it holds \(entry.kind) and must hold texts alone")
                return []
            }
            let checked = checked(text, key, words: words)
            if !checked.isEmpty, seen.insert(checked.lowercased()).inserted { texts.append(checked) }
        }
        if texts.count < count.lowerBound {
            report(key, "it has \(texts.count) different texts and must have at least \(count.lowerBound)")
        }
        return texts
    }

    private mutating func checked(_ text: String, _ key: String, words: ClosedRange<Int>) -> String {
        let parts = text.split(whereSeparator: \.isWhitespace)
        let line = parts.joined(separator: " ")
        guard words.contains(parts.count) else {
            let bounds = "\(words.lowerBound) to \(words.upperBound)"
            report(
                key,
                "it has \(parts.count) words and must have \(bounds): \"\(ServiceText.excerpt(line, limit: 60))\""
            )
            return ""
        }
        // A word of usual length has five letters and a space; names and figures are longer.
        guard line.count <= words.upperBound * Self.lettersPerWord,
            line.unicodeScalars.allSatisfy(Self.isPlain)
        else {
            report(key, "it has words that are too long, control characters or curly brackets")
            return ""
        }
        return line
    }

    private static let lettersPerWord = 12

    /// Whether a character can be read: it moves nothing on the screen, turns no line around and is no brace, which would
    /// name a move of a story.
    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .format: scalar == "\u{200C}" || scalar == "\u{200D}"
        default: scalar != "{" && scalar != "}"
        }
    }
}
