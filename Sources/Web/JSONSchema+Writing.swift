extension JSONSchema {
    /// Writes the schema, with what a field says of itself; objects as references to their names.
    func write(to writer: inout JSONWriter, about: String? = nil) {
        writer.object { writer in
            if let about { writer.field("description") { $0.write(about) } }
            writeContent(to: &writer)
        }
    }

    private func writeContent(to writer: inout JSONWriter) {
        func type(_ name: String) { writer.field("type") { $0.write(name) } }
        func limit(_ name: String, _ value: Int) { writer.field(name) { $0.write(value) } }
        switch self {
        case .text(let length, let format):
            type("string")
            if length.lowerBound > 0 { limit("minLength", length.lowerBound) }
            if length.upperBound < Int.max { limit("maxLength", length.upperBound) }
            if let format { writer.field("format") { $0.write(format.rawValue) } }
        case .pattern(let pattern):
            type("string")
            writer.field("pattern") { $0.write(pattern) }
        case .integer(let range):
            type("integer")
            limit("minimum", range.lowerBound)
            limit("maximum", range.upperBound)
        case .number(let range):
            type("number")
            if let range {
                writer.field("minimum") { $0.write(range.lowerBound) }
                writer.field("maximum") { $0.write(range.upperBound) }
            }
        case .boolean: type("boolean")
        case .choice(let names):
            type("string")
            writer.field("enum") { $0.list(names) { $1.write($0) } }
        case .list(let schema, let count):
            type("array")
            writer.field("items") { schema.write(to: &$0) }
            if count.lowerBound > 0 { limit("minItems", count.lowerBound) }
            if count.upperBound < Int.max { limit("maxItems", count.upperBound) }
        case .dictionary(let schema):
            type("object")
            writer.field("additionalProperties") { schema.write(to: &$0) }
        case .file:
            type("string")
            writer.field("contentMediaType") { $0.write("application/octet-stream") }
        case .object(let object): writer.field("$ref") { $0.write("#/components/schemas/\(object.name)") }
        case .nullable(let schema):
            writer.field("anyOf") { writer in
                writer.list([schema, nil]) { schema, writer in
                    if let schema {
                        schema.write(to: &writer)
                    } else {
                        writer.object { $0.field("type") { $0.write("null") } }
                    }
                }
            }
        case .either(let schemas, _):
            writer.field("anyOf") { $0.list(schemas) { schema, writer in schema.write(to: &writer) } }
        case .any: break
        }
    }

    /// The objects that stand in it, and those in these.
    var objects: [ObjectSchema] {
        switch self {
        case .object(let object): [object] + object.fields.flatMap(\.schema.objects)
        case .list(let schema, _), .nullable(let schema), .dictionary(let schema): schema.objects
        case .either(let schemas, _): schemas.flatMap(\.objects)
        default: []
        }
    }
}

extension ObjectSchema {
    /// Writes the schema.
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("type") { $0.write("object") }
            writer.field("properties") { writer in
                writer.object { writer in
                    for field in fields {
                        // A description may stand beside a reference (JSON Schema 2020-12, 8.2.3.1).
                        writer.field(field.name) { field.schema.write(to: &$0, about: field.about) }
                    }
                }
            }
            let required = fields.filter(\.isRequired).map(\.name)
            if !required.isEmpty { writer.field("required") { $0.list(required) { $1.write($0) } } }
            writer.field("additionalProperties") { $0.write(false) }
        }
    }
}
