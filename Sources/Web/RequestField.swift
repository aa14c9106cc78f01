public import Speech

/// A field of a request's body, or a parameter of its address, with the type that it is read as.
public struct RequestField<Value: Sendable>: Sendable {
    /// Its name.
    public let name: String
    /// What it says, for people.
    public let about: String
    /// What it may be.
    public let schema: JSONSchema
    /// What stands for it when it is not there; `nil` when it must be there.
    public let usual: Value?
    let read: @Sendable (JSONValue) -> Value?

    private init(
        _ name: String, _ about: String, _ schema: JSONSchema, usual: Value?,
        read: @escaping @Sendable (JSONValue) -> Value?
    ) {
        self.name = name
        self.about = about
        self.schema = schema
        self.usual = usual
        self.read = read
    }
}

extension RequestField where Value: RequestValue {
    /// A field that must be there, unless it has a usual value.
    ///
    /// - Parameters:
    ///   - schema: closer limits than its type has.
    ///   - usual: what stands for it when it is not there.
    public init(
        _ name: String, _ about: String, schema: JSONSchema = Value.requestSchema, usual: Value? = nil
    ) {
        self.init(name, about, schema, usual: usual, read: { Value(json: $0) })
    }

    /// A field that may be left out, or be `null`.
    ///
    /// - Parameter schema: limits of the value when it is there.
    public init<Wrapped>(optional name: String, _ about: String, schema: JSONSchema = Wrapped.requestSchema)
    where Value == Wrapped? {
        self.init(name, about, .nullable(schema), usual: .some(nil), read: { Value(json: $0) })
    }
}

extension RequestField {
    /// A field of a change: it may be left out, and is no `null` where it is there.
    ///
    /// - Parameter schema: closer limits than its type has.
    public init<Wrapped: RequestValue>(
        changing name: String, _ about: String, schema: JSONSchema = Wrapped.requestSchema
    ) where Value == Wrapped? {
        self.init(name, about, schema, usual: .some(nil), read: { Wrapped(json: $0).map { .some($0) } })
    }
}

extension RequestField where Value == RequestValues {
    /// A field with an object.
    public init(_ name: String, _ about: String, _ form: RequestForm) {
        self.init(name, about, form.schema, usual: nil, read: { RequestValues(form: form, json: $0) })
    }
}

extension RequestField where Value == RequestValues? {
    /// A field with an object that may be left out.
    public init(optional name: String, _ about: String, _ form: RequestForm) {
        self.init(
            name, about, .nullable(form.schema), usual: .some(nil),
            read: { json in
                if case .null = json { return .some(nil) }
                return RequestValues(form: form, json: json).map { .some($0) }
            })
    }
}

extension RequestField where Value == [RequestValues] {
    /// A field with a list of objects.
    ///
    /// - Parameter count: how many there may be.
    public init(
        _ name: String, _ about: String, listOf form: RequestForm, count: ClosedRange<Int>,
        usual: [RequestValues]? = nil
    ) {
        self.init(
            name, about, .list(form.schema, count: count), usual: usual,
            read: { json in
                guard case .list(let values) = json else { return nil }
                let read = values.compactMap { RequestValues(form: form, json: $0) }
                return read.count == values.count ? read : nil
            })
    }
}

/// A field whose type does not matter.
public protocol AnyRequestField: Sendable {
    /// Its name.
    var name: String { get }
    /// Itself in a schema.
    var field: ObjectSchema.Field { get }
    /// Its value as it is read; `nil` when there is none and nothing stands for it.
    func value(of json: JSONValue?) -> (any Sendable)?
}

extension RequestField: AnyRequestField {
    /// The field in a schema.
    public var field: ObjectSchema.Field {
        ObjectSchema.Field(name, about, schema, isRequired: usual == nil)
    }

    /// The value; the usual one where there is none.
    public func value(of json: JSONValue?) -> (any Sendable)? {
        guard let json else { return usual }
        return read(json)
    }
}
