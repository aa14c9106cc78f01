public import Signal
public import Speech

/// Brings together what a recogniser heard in an utterance and what sounds like a filled pause in it.
public protocol FillerMerging: Sendable {
    /// The words with filled pauses put in, kept and taken out, in the order of time.
    ///
    /// - Parameters:
    ///   - words: What the recogniser heard, in the order of time.
    ///   - candidates: What sounds like a filled pause, in the order of time: find them with a low threshold
    ///     (`FilledPauseDetector.Configuration.threshold` 0.1), as the words decide.
    ///   - speech: Where the utterance's speech lies. When nobody can have spoken in it, there is no filled pause either.
    /// - Returns: Filled pauses are written "um", "uh" or "mm"; their confidence is the probability of the sound, or
    ///   the recogniser's own where that is higher and it heard one too. Other words are unchanged; those that
    ///   stood for a filled pause are gone.
    func merged(_ words: [Word], with candidates: [FilledPause], in speech: TimeRange) -> [Word]
}
