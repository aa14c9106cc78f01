import Speech

/// An ear that cannot hear, with the reason: beside it PocketSphinx hears alone and the transcript says why.
struct UnusableEar: Recognizer {
    let name: String
    let error: RecognitionError

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] { throw error }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { throw error }
}
