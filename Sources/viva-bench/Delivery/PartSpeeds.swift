import Signal
import Speech

/// How fast the parts are that measure an answer while it is spoken: each alone, and all in one pass.
enum PartSpeeds {
    /// How often each is measured.
    private static let runs = 3

    /// Seconds of audio per processor second over all recordings, one after the other, on one thread.
    static func rows(_ recordings: [DeliveryRecording]) async throws -> [DeliveryRow] {
        var buffers: [AudioBuffer] = []
        for try await buffer in SampleStream(recordings.flatMap(\.samples)) { buffers.append(buffer) }
        let seconds = AudioBuffer.seconds(buffers.last?.endSample ?? 0)
        let parts: [(name: String, measure: ([AudioBuffer]) -> Void)] = [
            ("speech and utterances", segment), ("quality", judgeQuality), ("syllables", findSyllables),
            ("filled pauses", findFilledPauses), ("pitch", trackPitch), ("all in one pass", measureAll),
        ]
        var times = parts.map { _ in [Double]() }
        // They take turns, so that a machine that slows down slows all of them.
        for _ in 0..<runs {
            for (number, part) in parts.enumerated() {
                let start = ProcessorTime.seconds
                part.measure(buffers)
                times[number].append(ProcessorTime.seconds - start)
            }
        }
        return zip(parts, times).map { part, times in
            DeliveryRow(
                part: .speed, subject: part.name, measure: "processor time, median of \(runs) runs",
                value: seconds > 0 ? seconds / Spread(times).median : nil, unit: "× real time",
                total: Int(seconds.rounded()), things: "s of audio")
        }
    }

    private static func segment(_ buffers: [AudioBuffer]) {
        var segmenter = Segmenter()
        for buffer in buffers { _ = segmenter.process(buffer) }
        _ = segmenter.finish()
    }

    private static func judgeQuality(_ buffers: [AudioBuffer]) {
        var meter = QualityMeter()
        for buffer in buffers { meter.process(buffer) }
        _ = meter.quality(speech: [])
    }

    private static func findSyllables(_ buffers: [AudioBuffer]) {
        var detector = SyllableDetector()
        for buffer in buffers { detector.process(buffer) }
        _ = detector.finish()
    }

    private static func findFilledPauses(_ buffers: [AudioBuffer]) {
        var detector = FilledPauseDetector()
        for buffer in buffers { _ = detector.process(buffer) }
        _ = detector.finish()
    }

    private static func trackPitch(_ buffers: [AudioBuffer]) {
        var tracker = PitchTracker()
        for buffer in buffers { tracker.process(buffer) }
        _ = tracker.finish()
    }

    private static func measureAll(_ buffers: [AudioBuffer]) {
        var meter = RecordingMeter()
        for buffer in buffers { _ = meter.process(buffer) }
        _ = (meter.finish(), meter.takeFilledPauses())
        _ = meter.quality.quality(speech: meter.segmenter.speech)
    }
}
