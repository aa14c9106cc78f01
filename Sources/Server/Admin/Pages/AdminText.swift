import FoundationEssentials
import Speech
import Web

/// Values as pages show them.
enum AdminText {
    /// What pages call a field: `organization_id` is `Organization`.
    static func title(_ name: String) -> String {
        if let title = titles[name] { return title }
        var words = name.split(separator: "_").map { String($0) }
        if words.count > 1, let last = words.last, ["id", "at"].contains(last) { words.removeLast() }
        if words.count > 1, words[0] == "is" || words[0] == "has" { words.removeFirst() }
        let text = words.joined(separator: " ")
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    private static let titles = ["id": "Number", "uuid": "UUID", "key": "Key", "at": "When"]

    /// A value in a line; `–` for nothing.
    static func text(_ field: AdminField) -> String {
        text(field.value, field.field.schema, field.field.name)
    }

    private static func text(_ value: JSONValue, _ schema: JSONSchema, _ name: String) -> String {
        switch (schema, value) {
        case (.nullable(let schema), _) where value != .null: return text(value, schema, name)
        case (_, .null): return "–"
        case (.text(_, .dateTime?), .text(let text)): return moment(text)
        case (_, .text(let text)): return text.isEmpty ? "–" : text
        case (_, .boolean(let isTrue)): return isTrue ? "yes" : "no"
        case (_, .number(let number)): return self.number(number, isBytes: name.hasSuffix("bytes"))
        case (.list(.object(let object), _), .list(let values)):
            return values.map { text($0, .object(object), name) }.joined(separator: "\n\n")
        case (.list(let inner, _), .list(let values)):
            return values.isEmpty ? "–" : values.map { text($0, inner, name) }.joined(separator: ", ")
        case (_, .list(let values)): return values.map { text($0, .any, name) }.joined(separator: ", ")
        case (.object(let object), .object(let values)):
            return object.fields.compactMap { field in
                values[field.name].flatMap { value in
                    value == .null ? nil : "\(title(field.name)): \(text(value, field.schema, field.name))"
                }
            }.joined(separator: "\n")
        case (_, .object(let values)):
            return values.sorted { $0.key < $1.key }
                .map { "\(title($0.key)): \(text($0.value, .any, $0.key))" }.joined(separator: "\n")
        }
    }

    private static func moment(_ text: String) -> String {
        let plain = text.prefix(16).replacing("T", with: " ")
        return text.hasSuffix("Z") && plain.count == 16 ? plain + " UTC" : text
    }

    private static func number(_ number: Double, isBytes: Bool) -> String {
        if isBytes, number >= 1000 {
            var (value, unit) = (number, "B")
            for name in ["kB", "MB", "GB", "TB"] where value >= 1000 { (value, unit) = (value / 1000, name) }
            return "\((value * 10).rounded() / 10) \(unit)"
        }
        if let whole = Int(exactly: number) { return isBytes ? "\(whole) B" : "\(whole)" }
        return "\((number * 10).rounded() / 10)"
    }

    /// The resource that a field names a row of.
    static func resource(of field: String) -> String? { resources[field] }

    private static let resources = [
        "organization_id": "organizations", "person_id": "people", "candidate_id": "people",
        "interviewer_id": "people", "owner_id": "people", "account_id": "accounts",
        "invited_by_id": "accounts", "interview_id": "interviews", "template_id": "templates",
        "resume_id": "resumes", "bank_id": "banks", "question_id": "questions",
    ]

    /// A text as it stands in an address (RFC 3986, 2.3).
    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
                UInt8(ascii: "_"), UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
