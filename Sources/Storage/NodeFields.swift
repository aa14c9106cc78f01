import Evaluation
import Interview
import Yams

/// Reads the fields of one YAML mapping and notes what is wrong with them.
///
/// A field that is wrong gives a harmless value, so that reading goes on and all problems are found; the caller uses
/// the values only when there are none.
package struct NodeFields {
    let node: Node
    let path: String
    let position: QuestionPosition?
    private let questionID: String?
    let prefix: String
    private var known: Set<String> = []
    private var refused: Set<String> = []
    /// What is wrong, in the order in which it was found.
    package var problems: [QuestionBankFileError.Problem] = []

    /// The fields of `node`; `position` is where its problems are when the node itself does not know.
    init(
        _ node: Node, path: String, position: QuestionPosition? = nil, questionID: String? = nil,
        prefix: String = ""
    ) {
        self.node = node
        self.path = path
        self.position = position
        self.questionID = questionID
        self.prefix = prefix
    }

    /// Notes fields that nobody asked for, which are usually misspelt.
    package mutating func finish() {
        guard let mapping = node.mapping else {
            report(nil, at: node, "Expected fields, as in `id: some-name`.")
            return
        }
        for (key, _) in mapping where !known.union(refused).contains(key.string ?? "") {
            let names = known.sorted().joined(separator: ", ")
            report(key.string, at: key, "There is no such field; there are \(names).")
        }
    }

    /// Notes a field that is there and has no place here, with more to say than that there is no such field.
    mutating func refuse(_ key: String, _ reason: String) {
        guard let (name, _) = node.mapping?.first(where: { $0.key.string == key }) else { return }
        refused.insert(key)
        report(key, at: name, reason)
    }

    /// Text that must be there and not be empty.
    package mutating func string(_ key: String, orElse reason: String = "The field is missing.") -> String {
        guard let value = value(key) else {
            if node.mapping != nil { report(key, at: node, reason) }
            return ""
        }
        return text(value, key) ?? ""
    }

    /// Text that may be left out.
    package mutating func optionalString(_ key: String) -> String? {
        value(key).flatMap { text($0, key) }
    }

    /// A name of lower-case letters, figures and hyphens.
    package mutating func id(_ key: String) -> String {
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
    package mutating func choice<Choice: CaseIterable & RawRepresentable>(_ key: String, default: Choice)
        -> Choice
    where Choice.RawValue == String {
        named(key) ?? `default`
    }

    /// One of the cases of an enumeration; `nil` when it is left out.
    package mutating func optionalChoice<Choice: CaseIterable & RawRepresentable>(_ key: String) -> Choice?
    where Choice.RawValue == String {
        value(key) == nil ? nil : named(key)
    }

    private mutating func named<Choice: CaseIterable & RawRepresentable>(_ key: String) -> Choice?
    where Choice.RawValue == String {
        let name = string(key)
        if let choice = Choice(rawValue: name) { return choice }
        if !name.isEmpty {
            let names = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            report(key, at: value(key) ?? node, "`\(name)` is none of \(names).")
        }
        return nil
    }

    /// One of the cases of an enumeration; `other` when it is left out.
    package mutating func choice<Choice: CaseIterable & RawRepresentable>(
        _ key: String, orElse other: Choice
    ) -> Choice
    where Choice.RawValue == String {
        optionalChoice(key) ?? other
    }

    /// A number in decimal figures within the limits; `default` when it is left out.
    mutating func positiveNumber(_ key: String, default: Double) -> Double {
        guard let value = value(key) else { return `default` }
        guard let number = Weights.decimal(value.scalar?.string ?? ""), QuestionLimits.number.contains(number)
        else {
            report(
                key, at: value,
                "`\((value.string ?? "").prefix(40))` is not \(Weights.description), in decimal figures such as 2 or 0.5."
            )
            return `default`
        }
        return number
    }

    /// A list of texts; empty when it is left out.
    package mutating func strings(_ key: String) -> [String] {
        nodes(key).enumerated().compactMap { text($1, "\(key)[\($0)]") }
    }

    /// The entries of a list that must be there and not be empty.
    mutating func nodes(_ key: String, orElse reason: String, limit: Int = QuestionLimits.entries) -> [Node] {
        let entries = nodes(key, limit: limit)
        let isList = value(key).map { $0.sequence != nil } ?? true
        if isList, entries.isEmpty, node.mapping != nil { report(key, at: value(key) ?? node, reason) }
        return entries
    }

    /// The entries of a list; none when it is left out.
    mutating func nodes(_ key: String, limit: Int = QuestionLimits.entries) -> [Node] {
        guard let value = value(key) else { return [] }
        guard let sequence = value.sequence else {
            report(key, at: value, "Expected a list, one entry a line after a hyphen.")
            return []
        }
        guard sequence.count <= limit else {
            report(key, at: value, "The list has \(sequence.count) entries, more than the \(limit) allowed.")
            return Array(sequence.prefix(1))
        }
        return Array(sequence)
    }

    /// The node of a field that is there and says something; the field is known from now on.
    mutating func value(_ key: String) -> Node? {
        known.insert(key)
        guard let value = node.mapping?[key], value.null == nil else { return nil }
        return value
    }

    private mutating func text(_ node: Node, _ key: String) -> String? {
        guard let text = node.scalar?.string else {
            let isBraced = node.mapping != nil
            report(
                key, at: node,
                "Expected text." + (isBraced ? " One that begins with `{` stands in quotation marks." : ""))
            return nil
        }
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { report(key, at: node, "The text is empty.") }
        if text.count > QuestionLimits.characters {
            report(
                key, at: node,
                "The text has \(text.count) characters, more than the \(QuestionLimits.characters) allowed.")
        }
        if let control = text.unicodeScalars.first(where: Self.isControl) {
            let code = String(control.value, radix: 16, uppercase: true)
            report(key, at: node, "The text holds the control character U+\(code): remove it.")
        }
        return words.joined(separator: " ")
    }

    /// Whether a character has no place in a text: one that steers a device, other than the ends of lines and tabs.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control && !scalar.properties.isWhitespace
    }

    mutating func report(_ key: String?, at node: Node, _ reason: String) {
        let field = [prefix, key ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        problems.append(
            .init(
                path: path, position: node.mark.map { .line($0.line) } ?? position, questionID: questionID,
                field: field.isEmpty ? nil : field, reason: reason))
    }
}
