import Signal
import Speech

/// Finds where the pitch hardly moves: windows of `PitchFigures.flatSeconds` every half second whose standard deviation is
/// small; those that overlap are one stretch.
struct FlatPitch: Sendable {
    /// The time from one window to the next, in seconds.
    private static let hopSeconds = 0.5
    /// The least voice in a window, in seconds: about the voice in 3 s of speech.
    private static let leastVoicedSeconds = 1.5

    /// The stretches in the order of time, each from its first voice to its last.
    let stretches: [TimeRange]

    /// The flat stretches of an answer.
    init(_ voice: VoicedPitch, in speech: SpeechRuns) {
        guard let span = speech.span else {
            stretches = []
            return
        }
        let windows = EqualWindows(
            over: span, windowSeconds: PitchFigures.flatSeconds, hopSeconds: Self.hopSeconds)
        let least = Int((Self.leastVoicedSeconds / PitchTrack.hopSeconds).rounded())
        var found: [TimeRange] = []
        for index in 0..<windows.count {
            let start = windows.start(index)
            let places = voice.places(from: start, to: start + PitchFigures.flatSeconds)
            guard places.count >= least, let first = places.first, let last = places.last,
                let deviation = Distribution(voice.values[places].map(\.semitones)).standardDeviation,
                deviation < PitchFigures.flatSemitones
            else { continue }
            let time = TimeRange(
                startSeconds: voice.values[first].seconds,
                endSeconds: voice.values[last].seconds + PitchTrack.hopSeconds)
            if let previous = found.last, time.startSeconds <= previous.endSeconds {
                found[found.count - 1].endSeconds = max(previous.endSeconds, time.endSeconds)
            } else {
                found.append(time)
            }
        }
        stretches = found
    }
}
