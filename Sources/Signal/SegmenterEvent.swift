public import Speech

/// What a segmenter reports, in this order for each utterance: opened, extended and paused any number of times, closed.
public enum SegmenterEvent: Sendable, Equatable {
    /// An utterance has begun; its speech starts at the time given.
    case opened(atSeconds: Double)
    /// The next audio of the open utterance, for a recogniser's preview: pieces that follow one another from the
    /// padded start. They may run past what `closed` delivers at the end by the silence that closed it.
    case extended(AudioBuffer)
    /// Nobody has spoken for as long as the padding: the utterance as it is if no more comes, once for each silence.
    case paused(Utterance)
    /// The utterance is complete and ready to be recognised.
    case closed(Utterance)
}
