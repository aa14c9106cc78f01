import Delivery
import Signal
import Speech

extension Recognizer {
    /// What brings its words and the sound of filled pauses together.
    var fillerMerging: any FillerMerging {
        mistakesFilledPauses ? FillerMerger() : FoundFillerMerger()
    }

    /// An utterance's words with its filled pauses.
    ///
    /// - Parameter pauses: What sounds like a filled pause in it.
    /// - Throws: `RecognitionError` when it cannot be heard.
    func segment(
        of utterance: Utterance, pauses: [FilledPause]
    ) async throws(RecognitionError) -> Transcript.Segment {
        let words = fillerMerging.merged(
            try await recognize(utterance), with: pauses, in: utterance.speech)
        return Transcript.Segment(time: utterance.speech, words: words)
    }
}
