import Speech

/// Hears no words: for what is measured of an answer without them.
struct DeafRecognizer: Recognizer {
    let name = "nobody"

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] { [] }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }
}
