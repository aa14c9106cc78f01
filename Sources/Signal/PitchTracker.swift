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
    private var sound = SoundFrames(.voicing)
    private var candidates = PitchCandidates()
    private var path = PitchPath()
    private var frequenciesHz: [Float] = []
    /// How loud each frame is: what is silent beside the loudest has no voice, and the loudest may come last.
    private var peaks: [Float] = []
    /// How loud the loudest frame of a voice is: a knock is often louder than all speech.
    private var loudest: Float = 0
    /// For how many frames up to now the sound has repeated itself as voices do, and how loud the loudest of them is.
    private var run = (frames: 0, peak: Float(0))
    private static let voicedPeriodicity: Float = 0.5
    /// A knock does not repeat itself for as long: 0.1 s.
    private static let leastRunFrames = 10

    /// A tracker at the start of a recording.
    public init() {}

    /// Takes the next audio.
    public mutating func process(_ buffer: AudioBuffer) { process(sound.process(buffer)) }

    /// Ends the recording and returns its pitch, a value for each 10 ms.
    public mutating func finish() -> PitchTrack { finish(sound.finish()) }

    /// Takes the last frames of a recording.
    mutating func finish(_ part: SoundPart) -> PitchTrack {
        process(part)
        frequenciesHz += path.finish()
        for index in frequenciesHz.indices where peaks[index] < PitchCandidates.silenceThreshold * loudest {
            frequenciesHz[index] = 0
        }
        return PitchTrack(
            startSeconds: part.clock.originSeconds + Framer.hopSeconds / 2, frequenciesHz: frequenciesHz)
    }

    /// Takes the next frames of a recording.
    mutating func process(_ part: SoundPart) {
        for sound in part.frames {
            let frame = candidates.frame(sound.samples, loudest: loudest)
            let isVoiced = sound.periodicity >= Self.voicedPeriodicity
            run = isVoiced ? (run.frames + 1, max(run.peak, frame.peak)) : (0, 0)
            if run.frames >= Self.leastRunFrames { loudest = max(loudest, run.peak) }
            peaks.append(frame.peak)
            if let pitch = path.process(frame.candidates) { frequenciesHz.append(pitch) }
        }
    }
}
