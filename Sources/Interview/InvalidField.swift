/// Why a value cannot be kept as it is.
public struct InvalidField: Error, Sendable, Hashable, CustomStringConvertible {
    /// The field, for example `email`.
    public var field: String
    /// What is wrong with it and what to do, as a sentence.
    public var reason: String

    /// What is wrong with a field.
    public init(field: String, reason: String) {
        self.field = field
        self.reason = reason
    }

    /// The field and the reason.
    public var description: String { "\(field): \(reason)" }

    /// A name or title: without white space around it, 1...200 characters, in one line. Signs that nobody sees are none.
    package static func name(_ text: String, _ field: String) throws(InvalidField) -> String {
        let name = text.trimmed
        guard name.isSeen else { throw InvalidField(field: field, reason: "It is empty: give one.") }
        guard name.count <= 200 else {
            throw InvalidField(field: field, reason: "It has \(name.count) characters, and 200 are allowed.")
        }
        guard !name.contains(where: \.isNewline) else {
            throw InvalidField(field: field, reason: "It has several lines: write it in one.")
        }
        return name
    }

    /// A longer text: up to 20,000 characters, without white space around it; `nil` for one that says nothing.
    package static func text(_ text: String?, _ field: String) throws(InvalidField) -> String? {
        guard let text = text?.trimmed, text.isSeen else { return nil }
        guard text.count <= 20_000 else {
            throw InvalidField(
                field: field, reason: "It has \(text.count) characters, and 20,000 are allowed.")
        }
        return text
    }

    /// Labels: each a name, none twice whatever the case of its letters, up to 50.
    package static func labels(_ labels: [String], _ field: String) throws(InvalidField) -> [String] {
        var seen: Set<String> = []
        var kept: [String] = []
        for label in labels {
            let name = try name(label, field)
            if seen.insert(name.lowercased()).inserted { kept.append(name) }
        }
        guard kept.count <= 50 else {
            throw InvalidField(field: field, reason: "There are \(kept.count), and 50 are allowed.")
        }
        return kept
    }
}

extension String {
    /// Whether there is anything in it to see: more than white space, controls and signs of no width.
    fileprivate var isSeen: Bool {
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .unassigned: false
            default: !scalar.properties.isWhitespace
            }
        }
    }

    /// Without white space at its ends.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
