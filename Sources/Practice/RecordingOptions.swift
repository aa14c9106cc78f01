/// How an answer is recorded and heard.
public struct RecordingOptions: Sendable {
    /// Which previews of what is being spoken are wanted.
    public var previews = AnswerRecorder.previews
    /// Whether somebody reads them, asked again and again.
    public var arePreviewsWanted: @Sendable () -> Bool = { true }
    /// Whether what is left of a recording that was cut short is gone on with: it is heard first, and what comes is written behind it.
    public var isContinued = false
    /// Whether the answer is wanted after all, asked when the sound has ended; one that is not is thrown away.
    public var isWanted: @Sendable () -> Bool = { true }

    /// As a device is recorded.
    public init() {}
}
