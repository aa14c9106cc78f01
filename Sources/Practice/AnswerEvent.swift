public import Delivery
public import Signal
public import Speech

/// Something to tell whoever is answering, while the answer is being spoken. Times are seconds of the answer.
public enum AnswerEvent: Sendable {
    /// How loud the latest moment is, and how long nobody has spoken; `nil` before the first word.
    case level(AudioLevel, atSeconds: Double, silentForSeconds: Double?)
    /// Somebody began to speak.
    case speech(atSeconds: Double)
    /// The text of what is being spoken, up to a time; later words may still change it.
    case partial(String, atSeconds: Double)
    /// A word that stands.
    case word(Word)
    /// A filled pause, such as "um".
    case filler(Word)
    /// A long silence between words.
    case pause(TimeRange)
    /// How the answer is going.
    case pace(LiveDelivery)
}
