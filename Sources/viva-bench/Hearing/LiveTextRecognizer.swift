import Speech

/// Hears what a person is shown who speaks: the quick text of each utterance. Of its words no more is known than that they
/// were said in it.
struct LiveTextRecognizer: Recognizer {
    let recognizer: any Recognizer

    var name: String { recognizer.name }
    var mistakesFilledPauses: Bool { recognizer.mistakesFilledPauses }

    func expect(_ context: HearingContext?) async throws(RecognitionError) {
        try await recognizer.expect(context)
    }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        let text = try await recognizer.quickText(of: utterance)
        return text.split(separator: " ").map { Word(text: String($0), time: utterance.speech) }
    }

    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        try await recognizer.preview(audio)
    }
}
