public import Speech

/// Something a listener heard while the audio was still coming.
public enum ListenerEvent: Sendable, Equatable {
    /// Somebody began to speak.
    case speechStarted(atSeconds: Double)
    /// The text so far of the utterance that is being spoken, up to a time; later words may still change it.
    case preview(String, untilSeconds: Double)
    /// The text of an utterance that is over unless more comes at once, before it was heard thoroughly.
    case text(String)
    /// An utterance ended: its final words.
    case segment(Transcript.Segment)
}
