import Delivery
import Signal
import Speech

/// The silent pauses of a recording.
enum Pauses {
    /// The shortest silence that counts as a pause, in seconds: that of `DeliveryReport`.
    static let leastSeconds = 0.25

    /// The pauses that Viva finds in samples at 16 kHz.
    static func found(in samples: [Float]) -> [TimeRange] {
        let audio = AudioBuffer(samples: samples)
        var (segmenter, quality, syllables) = (Segmenter(), QualityMeter(), SyllableDetector())
        _ = segmenter.process(audio)
        _ = segmenter.finish()
        quality.process(audio)
        syllables.process(audio)
        let speech = segmenter.exactSpeech
        return DeliveryReport(
            words: [], speech: speech, syllables: syllables.finish(),
            quality: quality.quality(speech: speech),
            minimumPauseSeconds: leastSeconds
        ).pauses
    }

    /// The pauses between stretches of speech, or words, in the order of time.
    static func between(_ stretches: [TimeRange]) -> [TimeRange] {
        zip(stretches, stretches.dropFirst()).compactMap { before, after in
            let gap = TimeRange(startSeconds: before.endSeconds, endSeconds: after.startSeconds)
            return gap.durationSeconds >= leastSeconds ? gap : nil
        }
    }
}
