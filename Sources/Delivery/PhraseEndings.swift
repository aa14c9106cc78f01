import Signal
import Speech

/// Measures how the pitch moves at the ends of stretches of speech.
///
/// The last voice of a stretch, 0.4 s of it, is cut into two halves; twice the difference of their medians is the rise of a
/// straight line, and a few wrong values in either half do not change it.
struct PhraseEndings: Sendable {
    /// How much of the last voice is looked at, in seconds.
    private static let lookBackSeconds = 0.4
    /// How far the last voice may lie before the end of its stretch, in seconds: consonants without voice follow it.
    private static let voicelessSeconds = 0.5
    /// The fewest values in it: 0.15 s of voice.
    private static let leastValues = 15

    /// How the pitch moves at one end.
    struct Ending: Sendable {
        /// From the first value that was looked at to the last.
        let time: TimeRange
        /// How much the pitch rises, in semitones; below 0 where it falls.
        let riseSemitones: Double
    }

    /// The endings with enough voice, in the order of time.
    let judged: [Ending]

    /// The endings of stretches of speech but for those before which, at these times, a phrase goes on.
    init(_ voice: VoicedPitch, in speech: SpeechRuns, notAt unfinished: [Double]) {
        judged = speech.runs.compactMap { run in
            // The same silence is the end of a run and the start of a pause.
            guard !unfinished.contains(where: { abs($0 - run.endSeconds) < 0.01 }) else { return nil }
            return Self.ending(of: run, voice)
        }
    }

    private static func ending(of run: TimeRange, _ voice: VoicedPitch) -> Ending? {
        let all = voice.places(from: run.startSeconds, to: run.endSeconds)
        guard let last = all.last else { return nil }
        let end = voice.values[last].seconds
        guard run.endSeconds - end <= voicelessSeconds else { return nil }
        // Half a step, so that rounding does not decide on the first value.
        let start = end - lookBackSeconds + PitchTrack.hopSeconds / 2
        let places = voice.places(from: max(run.startSeconds, start), to: run.endSeconds)
        guard places.count >= leastValues, let first = places.first else { return nil }
        let semitones = voice.values[places].map(\.semitones)
        let half = semitones.count / 2
        guard let earlier = Distribution(semitones.prefix(half)).median,
            let later = Distribution(semitones.suffix(half)).median
        else { return nil }
        return Ending(
            time: TimeRange(
                startSeconds: voice.values[first].seconds, endSeconds: end + PitchTrack.hopSeconds),
            riseSemitones: 2 * (later - earlier))
    }
}
