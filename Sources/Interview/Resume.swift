/// A resume that was read: its text and what is found in it, to be kept and used for interviews again.
public struct Resume: Sendable, Hashable, Codable, Identifiable {
    /// A UUID as text.
    public var id: String
    /// Whose it is, by the id of a person; `nil` where nobody is named.
    public var person: String?
    /// The name of the file without its folders.
    public var fileName: String
    /// The SHA-256 of the file's bytes, in hexadecimal: the same file has the same.
    public var contentHash: String
    /// All that it says.
    public var text: String
    /// What was found in the text.
    public var profile: ResumeProfile

    /// A resume.
    public init(
        id: String, person: String? = nil, fileName: String, contentHash: String, text: String,
        profile: ResumeProfile
    ) {
        self.id = id
        self.person = person
        self.fileName = fileName
        self.contentHash = contentHash
        self.text = text
        self.profile = profile
    }
}
