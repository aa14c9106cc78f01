import Speech
import Web

/// A field of a row with what it says, for pages.
struct AdminField: Sendable {
    /// Its name, what it means and what it may be.
    let field: ObjectSchema.Field
    /// What it says.
    let value: JSONValue

    /// The fields of a value, in their order.
    static func all<Root>(of root: Root, _ form: ReplyForm<Root>) -> [AdminField] {
        let values = form.json(of: root)
        return form.fields.map { field in
            AdminField(
                field: ObjectSchema.Field(field.name, field.about, field.schema),
                value: values[field.name] ?? .null)
        }
    }
}

/// A row of a list, or all that is known of it, for pages.
struct AdminRow: Sendable {
    /// What goes and what stays when it is deleted.
    struct Consequences: Sendable {
        /// What goes with it.
        var goes: [String] = []
        /// What stays.
        var stays: [String] = []
    }

    /// Its number; `nil` for what has none.
    let number: Int64?
    /// What people call it.
    let label: String
    /// What it says.
    let fields: [AdminField]
    /// What goes and what stays when it is deleted.
    var consequences = Consequences()
    /// The names of what can be done with it as it stands.
    var offers: Set<String> = []

    /// What a field says; `nil` when it has no such field.
    subscript(name: String) -> JSONValue? { fields.first { $0.field.name == name }?.value }
}
