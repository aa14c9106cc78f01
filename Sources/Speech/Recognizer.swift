/// Turns utterances into words.
///
/// One recogniser hears one recording at a time. The words of an utterance depend on its audio alone, never on what
/// was decoded before it.
public protocol Recognizer: Sendable {
    /// The engine and model, as a reader of a transcript should see them.
    var name: String { get }

    /// The words of a whole utterance, in the order of time, with times from the start of the recording.
    ///
    /// - Throws: `RecognitionError` when the engine fails; an utterance in which nothing is understood gives no
    ///   words and is not an error.
    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word]

    /// Takes the next audio of the utterance that is still being spoken and returns its text so far.
    ///
    /// The next call of `recognize` ends that utterance; the call after it begins a new one.
    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String
}
