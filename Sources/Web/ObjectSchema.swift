/// An object of named fields and no others.
public struct ObjectSchema: Sendable, Hashable {
    /// A field of it.
    public struct Field: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// What it says, for people.
        public let about: String
        /// What it may be.
        public let schema: JSONSchema
        /// Whether it must be there.
        public let isRequired: Bool

        /// A field.
        public init(_ name: String, _ about: String, _ schema: JSONSchema, isRequired: Bool = true) {
            self.name = name
            self.about = about
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// The name under which it stands in a document; unique in an interface.
    public let name: String
    /// Its fields.
    public let fields: [Field]

    /// An object.
    public init(_ name: String, _ fields: [Field]) {
        self.name = name
        self.fields = fields
    }
}
