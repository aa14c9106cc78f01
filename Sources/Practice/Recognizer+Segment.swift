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
        segment(of: utterance.speech, words: try await recognize(utterance), pauses: pauses)
    }

    /// The same of an utterance that was heard along.
    ///
    /// - Parameter heard: all audio that was given to `preview` of it.
    /// - Throws: `RecognitionError` when it cannot be heard.
    func segment(
        along utterance: Utterance, heard: AudioBuffer, pauses: [FilledPause]
    ) async throws(RecognitionError) -> Transcript.Segment {
        // The last moment of an utterance is in no preview.
        let audio = heard.endSample < utterance.audio.endSample ? utterance.audio : heard
        let words = try await recognize(
            along: Utterance(audio: audio, speech: utterance.speech), until: utterance.audio.endSample)
        return segment(of: utterance.speech, words: words, pauses: pauses)
    }

    private func segment(
        of speech: TimeRange, words: [Word], pauses: [FilledPause]
    ) -> Transcript.Segment {
        Transcript.Segment(
            time: speech, words: fillerMerging.merged(words, with: pauses, in: speech))
    }
}
