/// Something that a job asks for and a question can be about: a language, a tool, a field.
public struct Skill: Sendable, Hashable, Codable {
    /// How people write it, for example `PostgreSQL`.
    public var name: String
    /// The other ways in which it is written, for example `postgres`.
    public var spellings: [String]
    /// The categories and tags of questions that it belongs to, for example `databases`.
    public var subjects: [String]

    /// A skill of that name.
    public init(name: String, spellings: [String] = [], subjects: [String] = []) {
        self.name = name
        self.spellings = spellings
        self.subjects = subjects
    }
}
