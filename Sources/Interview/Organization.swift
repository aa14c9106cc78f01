/// A company, school or group that people and interviews belong to.
public struct Organization: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public let id: String
    /// What it is called.
    public var name: String
    /// Remarks.
    public var notes: String?

    /// An organization.
    public init(id: String, name: String, notes: String? = nil) {
        self.id = id
        self.name = name
        self.notes = notes
    }

    /// The same without white space around its texts.
    ///
    /// - Throws: `InvalidField` when it has no name or a text is too long.
    public func checked() throws(InvalidField) -> Organization {
        Organization(
            id: id, name: try InvalidField.name(name, "name"), notes: try InvalidField.text(notes, "notes"))
    }
}
