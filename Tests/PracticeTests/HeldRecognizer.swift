import Speech

/// A recogniser that hears nothing before it is let go, and from then on one word in every utterance.
final class HeldRecognizer: Recognizer {
    let name = "a held script"
    private let gate: AsyncStream<Void>
    private let opener: AsyncStream<Void>.Continuation

    init() { (gate, opener) = AsyncStream.makeStream() }

    /// Lets it hear.
    func release() { opener.finish() }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        for await _ in gate {}
        return [Word(text: "so", time: utterance.speech, confidence: 0.9)]
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }
}
