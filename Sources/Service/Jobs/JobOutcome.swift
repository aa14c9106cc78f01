public import Interview

/// What came of an attempt at a job.
public enum JobOutcome: Sendable, Hashable {
    /// It is done; of a transcript the text that was heard.
    case done(text: String?)
    /// A recording was written down.
    case heard(HeardSpeech)
    /// It cannot be done, and why.
    case failed(reason: String)
    /// Somebody else has what it needs: it is tried again later, and the attempt does not count.
    case notNow
}
