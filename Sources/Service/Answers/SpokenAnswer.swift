public import Interview

/// An answer that was spoken, as a recording that was sent.
public struct SpokenAnswer: Sendable, Hashable {
    /// Where the recording is; it stays there.
    public var path: String
    /// The field of the request that it came in, for messages.
    public var field: String
    /// The name of the file as the one who answers calls it; empty when they said none.
    public var fileName: String
    /// Code that is given beside it.
    public var code: String?
    /// How long it took.
    public var time: InterviewAnswer.Time
    /// Where others keep its sound or picture; kept as they are and never fetched.
    public var addresses: AnswerAddresses?

    /// An answer.
    public init(
        path: String, field: String, fileName: String = "", code: String? = nil,
        time: InterviewAnswer.Time = .unknown, addresses: AnswerAddresses? = nil
    ) {
        self.path = path
        self.field = field
        self.fileName = fileName
        self.code = code
        self.time = time
        self.addresses = addresses
    }

    /// How messages call the recording.
    var name: String { fileName.isEmpty ? "The recording" : String(fileName.prefix(100)) }
}
