/// Somebody who asks, answers or looks after interviews.
public struct Person: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public let id: String
    /// What the person is called.
    public var name: String
    /// Where mail reaches the person; `nil` where nobody said.
    public var email: String?
    /// What the person does here.
    public var role: PersonRole
    /// The number of the organization that the person belongs to; `nil` for none.
    public var organization: Int64?
    /// Remarks.
    public var notes: String?

    /// A person.
    public init(
        id: String, name: String, email: String? = nil, role: PersonRole = .candidate,
        organization: Int64? = nil, notes: String? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.role = role
        self.organization = organization
        self.notes = notes
    }

    /// The same without white space around its texts.
    ///
    /// - Throws: `InvalidField` when there is no name, a text is too long or the address is none.
    public func checked() throws(InvalidField) -> Person {
        var person = self
        person.name = try InvalidField.name(name, "name")
        if let email { person.email = try EmailAddress(email).text }
        person.notes = try InvalidField.text(notes, "notes")
        return person
    }
}
