import Speech

/// What the silences inside an answer say.
///
/// Pauses are distributed log-normally (Campione & Véronis 2002, "A large-scale multilingual study of silent pause
/// duration"), so the median stands for them and not the mean.
struct PauseFigures: Sendable {
    let medianSeconds: Figure
    let longestSeconds: Figure
    let phonationTimeRatio: Figure
    let responseLatencySeconds: Figure

    init(_ runs: SpeechRuns) {
        guard let span = runs.span else {
            let reason = "no speech was found"
            medianSeconds = Figure(absentBecause: reason, .seconds)
            longestSeconds = Figure(absentBecause: reason, .seconds)
            phonationTimeRatio = Figure(absentBecause: reason, .share)
            responseLatencySeconds = Figure(absentBecause: reason, .seconds)
            return
        }
        responseLatencySeconds = Figure(max(0, span.startSeconds), .seconds)
        phonationTimeRatio =
            runs.speakingSeconds < Evidence.minimumSpeakingSeconds
            ? Figure(absentBecause: Evidence.tooLittleSpeech, .share)
            : Figure(min(1, runs.speakingSeconds / span.durationSeconds), .share)
        let lengths = runs.pauses.map(\.durationSeconds).sorted()
        guard let longest = lengths.last else {
            medianSeconds = Figure(absentBecause: "there was no pause", .seconds)
            longestSeconds = Figure(absentBecause: "there was no pause", .seconds)
            return
        }
        let middle = lengths.count / 2
        let median =
            lengths.count.isMultiple(of: 2) ? (lengths[middle - 1] + lengths[middle]) / 2 : lengths[middle]
        medianSeconds = Figure(median, .seconds)
        longestSeconds = Figure(longest, .seconds)
    }
}
