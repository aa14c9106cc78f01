import Foundation

/// Chooses one pitch for each frame, so that they are strong and do not jump: the cheapest path through the candidates
/// (Viterbi), as in Boersma 1993.
///
/// A frame is decided when a second of frames has followed; by then paths have joined nearly always.
struct PitchPath: Sendable {
    /// What going from voice to no voice costs, or back.
    private static let voicingCost: Float = 0.14
    /// What going up or down by an octave costs.
    private static let octaveJumpCost: Float = 0.35
    /// After how many frames one is decided: a second.
    private static let delayFrames = 100

    /// A frame with the best path to each of its candidates.
    private struct Step: Sendable {
        var frequenciesHz: [Float]
        var scores: [Float]
        var before: [Int]
    }

    private var steps: [Step] = []
    private var first = 0

    /// Takes the candidates of the next frame; returns the pitches that are decided now, 0 for no voice.
    mutating func process(_ candidates: [PitchCandidate]) -> Float? {
        steps.append(step(candidates))
        guard steps.count - first > Self.delayFrames else { return nil }
        let decided = trace(back: Self.delayFrames)
        first += 1
        if first == Self.delayFrames {
            steps.removeFirst(first)
            first = 0
        }
        return decided
    }

    /// Ends the recording and returns the pitches of the frames that are left.
    mutating func finish() -> [Float] {
        defer { (steps, first) = ([], 0) }
        guard let last = steps.last, steps.count > first else { return [] }
        var choice = Self.best(last.scores)
        var pitches: [Float] = []
        for index in stride(from: steps.count - 1, through: first, by: -1) {
            pitches.append(steps[index].frequenciesHz[choice])
            choice = steps[index].before[choice]
        }
        return pitches.reversed()
    }

    private func step(_ candidates: [PitchCandidate]) -> Step {
        let strengths = candidates.map(\.strength)
        let frequencies = candidates.map(\.frequencyHz)
        guard let last = steps.last else {
            return Step(
                frequenciesHz: frequencies, scores: strengths,
                before: [Int](repeating: 0, count: frequencies.count))
        }
        var step = Step(frequenciesHz: frequencies, scores: strengths, before: [])
        // The scores are kept near 0, so that a long recording loses no precision.
        let highest = last.scores.reduce(-Float.infinity, max)
        for index in frequencies.indices {
            var best = 0
            var bestScore = -Float.infinity
            for before in last.scores.indices {
                let score = last.scores[before] - Self.cost(last.frequenciesHz[before], frequencies[index])
                if score > bestScore { (best, bestScore) = (before, score) }
            }
            step.before.append(best)
            step.scores[index] += bestScore - highest
        }
        return step
    }

    /// The pitch of a frame `back` frames ago on the best path to now.
    private func trace(back: Int) -> Float {
        let end = steps.count - 1
        var choice = Self.best(steps[end].scores)
        for index in stride(from: end, to: end - back, by: -1) { choice = steps[index].before[choice] }
        return steps[end - back].frequenciesHz[choice]
    }

    private static func cost(_ from: Float, _ to: Float) -> Float {
        switch (from > 0, to > 0) {
        case (false, false): 0
        case (true, true): octaveJumpCost * abs(log2(to / from))
        default: voicingCost
        }
    }

    private static func best(_ scores: [Float]) -> Int {
        scores.indices.max { scores[$0] < scores[$1] } ?? 0
    }
}
