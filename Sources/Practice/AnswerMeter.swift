import Delivery
import Signal
import Speech

/// Everything about an answer but its words, in one pass: cuts the audio into utterances for a recogniser, and
/// measures what does not need one. With the words it gives the whole analysis.
///
/// Of the audio only the utterance that is being spoken is kept. Memory still grows with time: by four bytes for each
/// 10 ms, the level of which is kept for the quality, and by one small value for each syllable; about 2 MB an hour.
struct AnswerMeter: Sendable {
    private var segmenter = Segmenter()
    private var quality = QualityMeter()
    private var syllables = SyllableDetector()

    /// Takes the next audio of the recording.
    mutating func process(_ buffer: AudioBuffer) -> [SegmenterEvent] {
        quality.process(buffer)
        syllables.process(buffer)
        return segmenter.process(buffer)
    }

    /// Ends the recording; an utterance that is still open closes.
    mutating func finish() -> [SegmenterEvent] { segmenter.finish() }

    /// The analysis of the whole recording, once it has ended and its words are known.
    mutating func analysis(of transcript: Transcript) -> AnswerAnalysis {
        AnswerAnalysis(
            transcript: transcript, speech: segmenter.speech, syllables: syllables.finish(),
            quality: quality.quality(speech: segmenter.speech))
    }
}
