/// A voice of the synthesiser.
public struct Voice: Sendable, Hashable, Codable {
    /// Whose voice it imitates.
    public enum Gender: String, Sendable, Hashable, Codable {
        /// A man's voice.
        case male
        /// A woman's voice.
        case female
        /// Neither, or the engine does not say.
        case unspecified
    }

    /// The name for people, for example `English (Great Britain)`.
    public var name: String
    /// The language it speaks first, as a BCP 47 tag in lower case, for example `en-gb`.
    public var language: String
    /// Whose voice it imitates.
    public var gender: Gender
    /// The engine's own name of the voice, unique among all, for example `gmw/en`.
    public var identifier: String

    /// A voice.
    public init(name: String, language: String, gender: Gender, identifier: String) {
        self.name = name
        self.language = language
        self.gender = gender
        self.identifier = identifier
    }
}
