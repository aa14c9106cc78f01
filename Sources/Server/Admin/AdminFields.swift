import Records
import Speech
import Web

/// Parameters that all lists for admins have.
enum AdminFields {
    static let search = RequestField<String?>(
        optional: "search", "Only what holds this text.", schema: .text(length: 0...200))
    static let limit = RequestField<Int>(
        "limit", "How many to list.", schema: .integer(1...PageRequest.limit), usual: 50)
    static let cursor = RequestField<String?>(
        optional: "cursor", "The place behind the last row of the page before, as that named it.",
        schema: .text(length: 0...50))

    /// A number that names another row.
    static func number(_ name: String, _ about: String) -> RequestField<Int64?> {
        RequestField<Int64?>(optional: name, about, schema: .integer(1...JSONSchema.integers.upperBound))
    }

    /// An organization that something belongs to.
    static let organization = number(
        "organization_id", "The number of the organization that it belongs to.")
    /// Only of an organization.
    static let ofOrganization = number("organization_id", "Only of this organization.")
}

extension RequestValues {
    /// What is looked for; `nil` for nothing.
    var search: String? {
        let text = self[AdminFields.search]
        return text?.allSatisfy(\.isWhitespace) == true ? nil : text
    }

    /// The page that is wanted: the first has the total with it.
    var page: PageRequest {
        let count = self[AdminFields.limit]
        guard let cursor = self[AdminFields.cursor], !cursor.isEmpty else {
            return .skipping(0, count: count)
        }
        return .after(cursor, count: count)
    }

    /// What a field that was given says instead of a value, `nil` taking that away.
    func changed<Value>(_ field: RequestField<Value?>, from value: Value?) -> Value? {
        has(field) ? self[field] : value
    }
}
