public import Interview

/// What came of an attempt at a job.
public enum JobOutcome: Sendable, Hashable {
    /// It is done; of a transcript the text that was heard.
    case done(text: String?)
    /// A recording was written down.
    case heard(HeardSpeech)
    /// It cannot be done, and why, in a sentence for whoever ordered it.
    case failed(reason: String)
    /// Something of the machine failed that may go well later: it is tried again, some times. The reason is a sentence for whoever
    /// ordered it.
    case hindered(reason: String)
    /// Somebody else has what it needs: it is tried again later, however often.
    case notNow
}
