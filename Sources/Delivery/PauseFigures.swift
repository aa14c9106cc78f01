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
            medianSeconds = Figure(absentBecause: Evidence.noSpeech, .seconds)
            longestSeconds = Figure(absentBecause: Evidence.noSpeech, .seconds)
            phonationTimeRatio = Figure(absentBecause: Evidence.noSpeech, .share)
            responseLatencySeconds = Figure(absentBecause: Evidence.noSpeech, .seconds)
            return
        }
        responseLatencySeconds = Figure(max(0, span.startSeconds), .seconds)
        phonationTimeRatio =
            runs.speakingSeconds < Evidence.minimumSpeakingSeconds
            ? Figure(absentBecause: Evidence.tooLittleSpeech, .share)
            : Figure(min(1, runs.speakingSeconds / span.durationSeconds), .share)
        let lengths = runs.pauses.map(\.durationSeconds)
        guard let longest = lengths.max(), let median = Distribution(lengths).median else {
            medianSeconds = Figure(absentBecause: "there was no pause", .seconds)
            longestSeconds = Figure(absentBecause: "there was no pause", .seconds)
            return
        }
        medianSeconds = Figure(median, .seconds)
        longestSeconds = Figure(longest, .seconds)
    }
}
