public import Speech

/// Follows the fundamental frequency (F0) of a voice, 75 to 500 Hz: autocorrelation after Boersma 1993, as Praat has it.
///
/// ```swift
/// var tracker = PitchTracker()
/// for buffer in recording { tracker.process(buffer) }
/// let track = tracker.finish()
/// ```
/// The result does not depend on how the audio is cut into buffers, which must follow one another. Memory: eight bytes for
/// every 10 ms, about 3 MB an hour.
public struct PitchTracker: Sendable {
    private var framer = Framer()
    private var candidates = PitchCandidates()
    private var path = PitchPath()
    private var frequenciesHz: [Float] = []
    /// How loud each frame is: what is silent beside the loudest has no voice, and the loudest may come last.
    private var peaks: [Float] = []
    private var loudest: Float = 0

    /// A tracker at the start of a recording.
    public init() {}

    /// Takes the next audio.
    public mutating func process(_ buffer: AudioBuffer) {
        framer.append(buffer)
        drain()
    }

    /// Ends the recording and returns its pitch, a value for each 10 ms.
    public mutating func finish() -> PitchTrack {
        framer.end()
        drain()
        frequenciesHz += path.finish()
        for index in frequenciesHz.indices where peaks[index] < PitchCandidates.silenceThreshold * loudest {
            frequenciesHz[index] = 0
        }
        let origin = AudioBuffer.seconds(framer.originSample ?? 0)
        return PitchTrack(startSeconds: origin + Framer.hopSeconds / 2, frequenciesHz: frequenciesHz)
    }

    private mutating func drain() {
        while let samples = framer.next() {
            let frame = candidates.frame(samples, loudest: loudest)
            loudest = max(loudest, frame.peak)
            peaks.append(frame.peak)
            if let pitch = path.process(frame.candidates) { frequenciesHz.append(pitch) }
        }
    }
}
