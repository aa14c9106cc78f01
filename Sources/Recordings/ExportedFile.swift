/// What an export's manifest says of a file in it.
public struct ExportedFile: Sendable, Hashable, Codable {
    /// What a file in an export is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The sound of an answer or of a question.
        case recording
        /// What was said, in words.
        case transcript
        /// What was found about an answer or a session.
        case report
        /// A session as it is kept.
        case session
        /// A drawing of an answer.
        case picture
        /// Something else.
        case other
    }

    /// Its name in the archive, with folders before it.
    public var path: String
    /// Its length in bytes, unpacked.
    public var bytes: Int
    /// The SHA-256 sum of its content.
    public var sha256: RecordingID
    /// What it is.
    public var kind: Kind

    /// A file in an export.
    public init(path: String, bytes: Int, sha256: RecordingID, kind: Kind) {
        self.path = path
        self.bytes = bytes
        self.sha256 = sha256
        self.kind = kind
    }
}
