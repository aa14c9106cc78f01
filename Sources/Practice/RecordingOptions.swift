/// How an answer is recorded and heard.
public struct RecordingOptions: Sendable {
    /// What is done when the hearing falls behind the sound.
    public enum Patience: Sendable, Hashable {
        /// The sound goes on, as that of a device must; the hearing is given up when it is further behind than may be kept.
        case none
        /// The sound waits while the hearing is so many seconds behind, as that of a sender can.
        case waits(seconds: Double)
    }

    /// Which previews of what is being spoken are wanted.
    public var previews = AnswerRecorder.previews
    /// What is done when the hearing falls behind.
    public var patience = Patience.none
    /// Whether what is left of a recording that was cut short is gone on with: it is heard first, and what comes is written behind it.
    public var isContinued = false
    /// Whether the answer is wanted after all, asked when the sound has ended; one that is not is thrown away.
    public var isWanted: @Sendable () -> Bool = { true }

    /// As a device is recorded.
    public init() {}
}
