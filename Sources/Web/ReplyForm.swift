/// What a value looks like in a reply: its fields, each with its name, its meaning and where it comes from. One declaration writes
/// the reply and stands in the OpenAPI document.
///
/// ```swift
/// let person = ReplyForm<Person>("Person", [
///     ReplyField("name", "The whole name.") { $0.name },
///     ReplyField("email", "Where mail reaches them.") { $0.email },
/// ])
/// ```
public struct ReplyForm<Root>: Sendable {
    /// The name under which it stands in the document; unique in an interface.
    public let name: String
    /// Its fields, in their order.
    public let fields: [ReplyField<Root>]

    /// A form.
    public init(_ name: String, _ fields: [ReplyField<Root>]) {
        self.name = name
        self.fields = fields
    }

    /// A form with more fields behind its own.
    public func adding(_ more: [ReplyField<Root>], as name: String) -> ReplyForm {
        ReplyForm(name, fields + more)
    }

    /// What it looks like.
    public var schema: JSONSchema {
        .object(
            ObjectSchema(name, fields.map { ObjectSchema.Field($0.name, $0.about, $0.schema) }))
    }

    /// Writes a value.
    public func write(_ root: Root, to writer: inout JSONWriter) {
        writer.object { writeFields(root, to: &$0) }
    }

    /// Writes the fields of a value into an object that has others too.
    public func writeFields(_ root: Root, to writer: inout JSONWriter) {
        for field in fields { writer.field(field.name) { field.write(root, &$0) } }
    }
}

/// A field of a reply.
public struct ReplyField<Root>: Sendable {
    /// Its name.
    public let name: String
    /// What it says, for people.
    public let about: String
    /// What it may be.
    public let schema: JSONSchema
    let write: @Sendable (Root, inout JSONWriter) -> Void

    /// A field with a value.
    ///
    /// - Parameter schema: closer limits than its type has.
    public init<Value: ReplyValue>(
        _ name: String, _ about: String, schema: JSONSchema = Value.schema,
        _ value: @escaping @Sendable (Root) -> Value
    ) {
        self.name = name
        self.about = about
        self.schema = schema
        write = { root, writer in value(root).write(to: &writer) }
    }

    /// A field of a part of the value.
    public init<Part>(_ field: ReplyField<Part>, of part: @escaping @Sendable (Root) -> Part) {
        name = field.name
        about = field.about
        schema = field.schema
        write = { root, writer in field.write(part(root), &writer) }
    }

    /// A field with an object.
    public init<Inner>(
        _ name: String, _ about: String, _ form: ReplyForm<Inner>,
        _ value: @escaping @Sendable (Root) -> Inner
    ) {
        self.name = name
        self.about = about
        schema = form.schema
        write = { root, writer in form.write(value(root), to: &writer) }
    }

    /// A field with an object or `null`.
    public init<Inner>(
        _ name: String, _ about: String, optional form: ReplyForm<Inner>,
        _ value: @escaping @Sendable (Root) -> Inner?
    ) {
        self.name = name
        self.about = about
        schema = .nullable(form.schema)
        write = { root, writer in
            if let inner = value(root) { form.write(inner, to: &writer) } else { writer.writeNull() }
        }
    }

    /// A field with a list of objects.
    public init<Inner>(
        _ name: String, _ about: String, listOf form: ReplyForm<Inner>,
        _ value: @escaping @Sendable (Root) -> [Inner]
    ) {
        self.name = name
        self.about = about
        schema = .list(form.schema, count: 0...Int.max)
        write = { root, writer in writer.list(value(root)) { form.write($0, to: &$1) } }
    }
}
