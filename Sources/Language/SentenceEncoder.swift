/// Turns texts into vectors that lie near each other where the texts mean nearly the same.
///
/// A text is encoded in one go, without waiting for anything; several tasks may encode at once.
public protocol SentenceEncoder: Sendable {
    /// How many numbers a vector has.
    var dimensions: Int { get }

    /// The vectors of a text of any length, also of an empty one.
    func encode(_ text: String) -> EncodedText
}
