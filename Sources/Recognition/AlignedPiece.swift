import Foundation
import Speech

/// What one utterance holds of a known text.
public struct AlignedPiece: Sendable, Hashable {
    /// A word of the text that was found.
    struct Found: Sendable, Hashable {
        /// Its place in the text.
        var place: Int
        var time: TimeRange
        var confidence: Double
    }

    var found: [Found] = []
    var fillers: [Word] = []
    var otherSpeech: [TimeRange] = []

    /// Nothing of the text.
    init() {}

    /// Takes words back, by their places; where they were found was then other speech.
    mutating func drop(_ isWrong: (Int) -> Bool) {
        let wrong = found.filter { isWrong($0.place) }
        guard !wrong.isEmpty else { return }
        found.removeAll { isWrong($0.place) }
        otherSpeech = (otherSpeech + wrong.map(\.time)).sorted { $0.startSeconds < $1.startSeconds }
    }

    /// The share of the speech that is no word of the text and no filler, 0...1.
    var otherShare: Double {
        let other = otherSpeech.reduce(0) { $0 + $1.durationSeconds }
        let known = (found.map(\.time) + fillers.map(\.time)).reduce(0) { $0 + $1.durationSeconds }
        return other > 0 ? other / (other + known) : 0
    }

    /// How long the words are that were found, each as much as its confidence, in seconds.
    var evidenceSeconds: Double { found.reduce(0) { $0 + $1.confidence * $1.time.durationSeconds } }

    /// The score a frame, against the best phones and in the engine's unit (0.1 nat), at which words that were said and
    /// words that were not are equally frequent, and how fast that changes.
    private static let evenScorePerFrame = -14.0
    private static let scoreSpread = 7.0
    /// How much may speak against a word over all its frames. In 21 recordings of read and spontaneous speech 1 % of the
    /// words that were said have more, and half of those that took the place of others and got past the grammar. It
    /// is a sum because the short words, which run into their neighbours, have poor frames but few.
    private static let mostAgainst = 300.0
    /// A filler is longer than the vowels between words that it is mistaken for, and sounds better than they do.
    private static let shortestFillerFrames = 12
    private static let leastFillerScorePerFrame = -14.0
    /// Less unknown speech than this, in seconds, is a breath or the edge of a word.
    private static let shortestOtherSeconds = 0.15

    /// Reads the best path of the text through an utterance, against the best path of phones alone.
    init(path: [GrammarDecoder.Token], phones: [GrammarDecoder.Token], audio: TimeRange) {
        let best = FrameScores(phones)
        let time = { (frames: Range<Int>) in
            let rate = Double(Decoder.framesPerSecond)
            return TimeRange(
                startSeconds: min(audio.endSeconds, audio.startSeconds + Double(frames.lowerBound) / rate),
                endSeconds: min(audio.endSeconds, audio.startSeconds + Double(frames.upperBound) / rate))
        }
        var fillerRuns: [FillerRun] = []
        for token in path {
            let score = (Double(token.acousticScore) - best.sum(token.frames)) / Double(token.frames.count)
            if let place = AlignmentLexicon.place(token.text) {
                if (Self.evenScorePerFrame - score) * Double(token.frames.count) <= Self.mostAgainst {
                    found.append(
                        Found(place: place, time: time(token.frames), confidence: Self.confidence(score)))
                } else {
                    otherSpeech.append(time(token.frames))
                }
            } else if let filler = AlignmentLexicon.filler(token.text) {
                FillerRun.add(filler.text, token.frames, score: score, to: &fillerRuns)
            } else if AlignmentLexicon.isPhone(token.text) {
                otherSpeech.append(time(token.frames))
            }
        }
        for run in fillerRuns {
            if run.frames.count >= Self.shortestFillerFrames, run.score >= Self.leastFillerScorePerFrame {
                fillers.append(
                    Word(text: run.text, time: time(run.frames), confidence: Self.confidence(run.score)))
            } else {
                otherSpeech.append(time(run.frames))
            }
        }
        otherSpeech = Self.joined(otherSpeech)
    }

    private static func confidence(_ scorePerFrame: Double) -> Double {
        1 / (1 + exp(-(scorePerFrame - evenScorePerFrame) / scoreSpread))
    }

    /// Stretches that touch become one; what is then too short goes.
    private static func joined(_ ranges: [TimeRange]) -> [TimeRange] {
        var joined: [TimeRange] = []
        for range in ranges.sorted(by: { $0.startSeconds < $1.startSeconds }) {
            if let last = joined.last, range.startSeconds <= last.endSeconds + 0.011 {
                joined[joined.count - 1].endSeconds = max(last.endSeconds, range.endSeconds)
            } else {
                joined.append(range)
            }
        }
        return joined.filter { $0.durationSeconds >= shortestOtherSeconds }
    }
}

/// Fillers that follow one another without a pause: one sound, which the grammar heard in parts ("uh" and "um" for a
/// long "um").
private struct FillerRun {
    var text: String
    var frames: Range<Int>
    /// The mean over the frames.
    var score: Double

    static func add(_ text: String, _ frames: Range<Int>, score: Double, to runs: inout [FillerRun]) {
        guard let last = runs.last, last.frames.upperBound == frames.lowerBound else {
            return runs.append(FillerRun(text: text, frames: frames, score: score))
        }
        let whole = last.frames.lowerBound..<frames.upperBound
        let mean =
            (last.score * Double(last.frames.count) + score * Double(frames.count)) / Double(whole.count)
        // The end says which it was: only "um" and "hmm" close the lips.
        runs[runs.count - 1] = FillerRun(text: text == "hmm" ? "um" : text, frames: whole, score: mean)
    }
}

/// Scores that can be summed over any frames.
private struct FrameScores {
    private var sums: [Double] = [0]

    init(_ tokens: [GrammarDecoder.Token]) {
        for token in tokens {
            while sums.count <= token.frames.lowerBound { sums.append(sums[sums.count - 1]) }
            let share = Double(token.acousticScore) / Double(token.frames.count)
            for _ in token.frames { sums.append(sums[sums.count - 1] + share) }
        }
    }

    func sum(_ frames: Range<Int>) -> Double {
        sums[min(frames.upperBound, sums.count - 1)] - sums[min(frames.lowerBound, sums.count - 1)]
    }
}
