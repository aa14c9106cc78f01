import Signal
import Speech

/// How fast the speech is.
///
/// Words a minute count the time from the first to the last word with its pauses (speech rate); syllables a second
/// count the time spent speaking (articulation rate): De Jong & Wempe 2009. The mean length of a run is Hincks 2005,
/// "Measures and perceptions of liveliness in student oral presentation speech".
struct PaceFigures: Sendable {
    let wordsPerMinute: Figure
    let articulationRate: Figure
    let meanLengthOfRun: Figure

    /// The pace of words without filled pauses and of nuclei, wherever they lie.
    init(words: [Word], syllables: [SyllableNucleus], runs: SpeechRuns) {
        wordsPerMinute = Self.wordsPerMinute(words)
        guard runs.speakingSeconds >= Evidence.minimumSpeakingSeconds else {
            articulationRate = Figure(absentBecause: Evidence.tooLittleSpeech, .syllablesPerSecond)
            meanLengthOfRun = Figure(absentBecause: Evidence.tooLittleSpeech, .syllables)
            return
        }
        let count = Double(syllables.count { runs.contains($0.timeSeconds) })
        guard count > 0 else {
            articulationRate = Figure(absentBecause: "no voiced syllables were found", .syllablesPerSecond)
            meanLengthOfRun = Figure(absentBecause: "no voiced syllables were found", .syllables)
            return
        }
        articulationRate = Figure(count / runs.speakingSeconds, .syllablesPerSecond)
        meanLengthOfRun = Figure(count / Double(runs.runs.count), .syllables)
    }

    private static func wordsPerMinute(_ words: [Word]) -> Figure {
        guard words.count >= Evidence.minimumWords, let first = words.first else {
            return Figure(absentBecause: Evidence.tooFewWords, .wordsPerMinute)
        }
        let end = words.reduce(first.time.endSeconds) { max($0, $1.time.endSeconds) }
        let seconds = end - first.time.startSeconds
        guard seconds >= Evidence.minimumSpeakingSeconds else {
            return Figure(absentBecause: Evidence.tooLittleSpeech, .wordsPerMinute)
        }
        return Figure(Double(words.count) * 60 / seconds, .wordsPerMinute)
    }
}
