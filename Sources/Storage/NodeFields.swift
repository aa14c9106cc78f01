import Interview
import Yams

/// Reads the fields of one YAML mapping and notes what is wrong with them.
///
/// A field that is wrong gives a harmless value, so that reading goes on and all problems are found; the caller uses
/// the values only when there are none.
struct NodeFields {
    private let node: Node
    private let path: String
    private let questionID: String?
    private let prefix: String
    private var known: Set<String> = []
    var problems: [QuestionBankFileError.Problem] = []

    init(_ node: Node, path: String, questionID: String?, prefix: String) {
        self.node = node
        self.path = path
        self.questionID = questionID
        self.prefix = prefix
    }

    /// Notes fields that nobody asked for, which are usually misspelt.
    mutating func finish() {
        guard let mapping = node.mapping else {
            report(nil, at: node, "Expected fields, as in `id: some-name`.")
            return
        }
        for (key, _) in mapping where !known.contains(key.string ?? "") {
            let names = known.sorted().joined(separator: ", ")
            report(key.string, at: key, "There is no such field; there are \(names).")
        }
    }

    /// Text that must be there and not be empty.
    mutating func string(_ key: String) -> String {
        guard let value = value(key) else {
            if node.mapping != nil { report(key, at: node, "The field is missing.") }
            return ""
        }
        return text(value, key) ?? ""
    }

    /// Text that may be left out.
    mutating func optionalString(_ key: String) -> String? {
        value(key).flatMap { text($0, key) }
    }

    /// A name of lower-case letters, figures and hyphens.
    mutating func id(_ key: String) -> String {
        let name = string(key)
        let isName = name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        if !name.isEmpty, !isName || name.hasPrefix("-") || name.hasSuffix("-") {
            report(
                key, at: value(key) ?? node,
                "`\(name)` is not an id: use lower-case letters, figures and hyphens.")
        }
        return name
    }

    /// One of the cases of an enumeration, which must be there.
    mutating func choice<Choice: CaseIterable & RawRepresentable>(_ key: String, default: Choice) -> Choice
    where Choice.RawValue == String {
        let name = string(key)
        if let choice = Choice(rawValue: name) { return choice }
        if !name.isEmpty {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            report(key, at: value(key) ?? node, "`\(name)` is none of \(names).")
        }
        return `default`
    }

    /// A number above 0; `default` when it is left out.
    mutating func positiveNumber(_ key: String, default: Double) -> Double {
        guard let value = value(key) else { return `default` }
        guard let number = value.float ?? value.int.map(Double.init), number.isFinite, number > 0 else {
            report(key, at: value, "`\(value.string ?? "")` is not a number above 0.")
            return `default`
        }
        return number
    }

    /// A list of texts; empty when it is left out.
    mutating func strings(_ key: String) -> [String] {
        nodes(key).enumerated().compactMap { text($1, "\(key)[\($0)]") }
    }

    /// The entries of a list.
    mutating func nodes(_ key: String, isRequired: Bool) -> [Node] {
        let entries = nodes(key)
        if isRequired, entries.isEmpty, node.mapping != nil {
            report(key, at: value(key) ?? node, "The list is missing or empty.")
        }
        return entries
    }

    /// The entries of a list; none when it is left out.
    mutating func nodes(_ key: String) -> [Node] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else {
            report(key, at: value, "Expected a list, one entry a line after a hyphen.")
            return []
        }
        return Array(sequence)
    }

    private mutating func value(_ key: String) -> Node? {
        known.insert(key)
        guard let value = node.mapping?[key], value.null == nil else { return nil }
        return value
    }

    private mutating func text(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string else {
            report(key, at: node, "Expected text.")
            return nil
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { report(key, at: node, "The text is empty.") }
        return words.joined(separator: " ")
    }

    private mutating func report(_ key: String?, at node: Node, _ reason: String) {
        let field = [prefix, key ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        problems.append(
            .init(
                path: path, line: node.mark?.line, questionID: questionID, field: field.isEmpty ? nil : field,
                reason: reason))
    }
}
