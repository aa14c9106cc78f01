/// How live voice is served.
public struct LiveSettings: Sendable, Hashable {
    /// How many streams there may be at once; each has a recogniser in a process of its own.
    public var streams = 5
    /// A stream that begins while people speak in at most so many, itself included, is heard with more care, to its end.
    public var carefulStreams = 1
    /// For how many seconds an interview waits for a client whose connection broke off. Then the answer ends with what was heard.
    public var reconnectSeconds = 60.0
    /// For how many seconds a ticket is good.
    public var ticketSeconds = 60.0
    /// How long an answer may be, in seconds: it ends there.
    public var answerLimitSeconds = 1800.0
    /// For how many seconds a client that is there may do nothing: neither send sound nor end an answer. A pause counts.
    public var silenceSeconds = 600.0
    /// After how many seconds answers that broke off are looked for again.
    public var leftoverSeconds = 60.0
    /// How often it is looked whether the account of a client may still be used and its session stands, in seconds.
    public var accountSeconds = 5.0
    /// After how many seconds somebody who was refused may come again.
    public var retryAfterSeconds = 15

    /// How many streams one account may have: one is left for others where there are several.
    var streamsOfOneAccount: Int { max(1, streams - 1) }

    /// The usual ones.
    public init() {}
}
