public import Speech

/// What a request may say: fields that are checked and read in one step.
///
/// ```swift
/// let role = RequestField<String>("job_role", "The role.", schema: .text(length: 3...200))
/// let form = RequestForm("Start", [role])
/// let values = try form.values(of: ["job_role": "Baker"])
/// values[role]  // "Baker"
/// ```
public struct RequestForm: Sendable {
    /// The name under which it stands in a document; unique in an interface.
    public let name: String
    /// Its fields.
    public let fields: [any AnyRequestField]
    /// Names that are let through unread: what a reply has and a client sends back.
    public let ignored: [String]

    /// A form.
    public init(_ name: String, _ fields: [any AnyRequestField], ignoring ignored: [String] = []) {
        self.name = name
        self.fields = fields
        self.ignored = ignored
    }

    /// What it may look like.
    public var schema: JSONSchema { .object(object) }

    var object: ObjectSchema {
        let unread = ignored.map { ObjectSchema.Field($0, "Not read.", .any, isRequired: false) }
        return ObjectSchema(name, fields.map(\.field) + unread)
    }

    /// The names of the fields that fit the schema and have no value all the same; `""` where it is none of them.
    private func unread(of json: JSONValue) -> [String] {
        guard case .object(let object) = json else { return [""] }
        let names = fields.filter { $0.value(of: object[$0.name]) == nil }.map(\.name)
        return names.isEmpty ? [""] : names
    }

    /// The values of a document.
    ///
    /// - Throws: `RequestFaults`.
    public func values(of json: JSONValue) throws(RequestFaults) -> RequestValues {
        let faults = schema.faults(in: json)
        guard faults.isEmpty else { throw RequestFaults(faults: faults) }
        guard let values = RequestValues(form: self, json: json) else {
            throw RequestFaults(faults: unread(of: json).map { SchemaFault($0, "cannot be read") })
        }
        return values
    }
}

/// Why a request was not understood.
public struct RequestFaults: Error, Sendable, Hashable, CustomStringConvertible {
    /// Each thing that is wrong.
    public let faults: [SchemaFault]

    /// Faults.
    public init(faults: [SchemaFault]) { self.faults = faults }

    /// Sentences.
    public var description: String { faults.map(\.description).joined(separator: " ") }
}

/// What a request said, by the fields of its form.
public struct RequestValues: Sendable {
    private let values: [String: any Sendable]
    /// The names that were really there.
    private let given: Set<String>

    /// The values of a document that fits; `nil` for one that does not.
    init?(form: RequestForm, json: JSONValue) {
        guard case .object(let object) = json else { return nil }
        var values: [String: any Sendable] = [:]
        for field in form.fields {
            guard let value = field.value(of: object[field.name]) else { return nil }
            values[field.name] = value
        }
        self.values = values
        given = Set(object.keys)
    }

    /// The value of a field of the form.
    public subscript<Value>(field: RequestField<Value>) -> Value {
        guard let value = values[field.name] as? Value else {
            preconditionFailure("The form has no field \(field.name).")
        }
        return value
    }

    /// The names of the fields that the request had, in alphabetical order.
    public var names: [String] { given.sorted() }

    /// Whether the request had the field, if only as `null`.
    public func has<Value>(_ field: RequestField<Value>) -> Bool { given.contains(field.name) }
}
