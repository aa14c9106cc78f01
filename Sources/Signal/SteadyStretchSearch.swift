/// Finds the steady voiced stretches of a recording, each joined with the hum that follows it.
struct SteadyStretchSearch: Sendable {
    /// A frame whose bands change by more than this on the average is a transition, in dB. At 6.5 many hums were lost
    /// with the fall of the level into them.
    private static let changeLimitDB: Float = 10
    private static let voicedPeriodicity: Float = 0.45
    /// How far under the loud parts a frame may lie: the hum of an "um" is 10 to 20 dB under its vowel.
    private static let rangeDB: Float = 26
    /// The shortest steady piece, and the longest transition between two pieces of one stretch, in frames.
    private static let leastFrames = 5
    private static let joinFrames = 10
    /// Nothing longer is one stretch: a tone or a hum of the room.
    static let longestFrames = 180
    /// How much after a stretch is looked at, in frames.
    private static let tailFrames = SteadyStretch.sideFrames
    /// How long after its end a stretch is complete, in frames: the tail, and the frames that a change is measured over.
    static let delayFrames = tailFrames + 4

    private var frames: [VoiceFrame] = []
    /// The number of the first frame of `frames`.
    private var base = 0
    private var average = SpeakerAverage()
    private var open: Int?
    private var pending: [[Range<Int>]] = []
    private var next = 0

    /// Takes the next frame and returns the stretches that are complete, with their surroundings.
    mutating func process(_ frame: VoiceFrame) -> [SteadyStretch] {
        frames.append(frame)
        let count = base + frames.count
        if count > 6 {
            let middle = count - 4 - base
            frames[middle].changeDB = frames[middle + 3].distance(to: frames[middle - 3])
        }
        if count > 3 { advance(to: count - 3) }
        return completed(upTo: next)
    }

    /// Ends the recording.
    mutating func finish() -> [SteadyStretch] {
        advance(to: base + frames.count)
        if let start = open { close(start..<next) }
        open = nil
        return completed(upTo: .max)
    }

    private mutating func advance(to end: Int) {
        while next < end {
            let frame = frames[next - base]
            let loud = average.loudDB
            let isLoud = frame.levelDB > max(-68, (loud ?? frame.levelDB) - Self.rangeDB)
            let isVoiced = frame.periodicity >= Self.voicedPeriodicity && isLoud
            if isVoiced { average.add(frame) }
            let isSteady = isVoiced && frame.changeDB <= Self.changeLimitDB
            if let start = open, !isSteady || next - start >= Self.longestFrames {
                close(start..<next)
                open = nil
            }
            if isSteady, open == nil { open = next }
            next += 1
        }
    }

    private mutating func close(_ piece: Range<Int>) {
        guard piece.count >= Self.leastFrames else { return }
        if let last = pending.last, belongs(piece, to: last) {
            pending[pending.count - 1].append(piece)
        } else {
            pending.append([piece])
        }
    }

    /// Whether a piece continues a stretch: the same sound after a flaw, or the hum that a vowel closes into.
    private func belongs(_ piece: Range<Int>, to pieces: [Range<Int>]) -> Bool {
        guard let first = pieces.first, let last = pieces.last,
            piece.lowerBound - last.upperBound <= Self.joinFrames,
            piece.upperBound - first.lowerBound <= Self.longestFrames
        else { return false }
        let gap = frames[last.upperBound - base..<piece.lowerBound - base]
        let quietest = gap.map(\.levelDB).min() ?? 0
        let before = SteadyStretch.mean(frames[last.lowerBound - base..<last.upperBound - base])
        let after = SteadyStretch.mean(frames[piece.lowerBound - base..<piece.upperBound - base])
        let level = SteadyStretch.level(frames[piece.lowerBound - base..<piece.upperBound - base])
        guard quietest > level - 8 else { return false }
        let difference = SpeakerAverage.shape(before) - SpeakerAverage.shape(after)
        let distance = difference.replacing(with: -difference, where: difference .< 0).sum() / 16
        return distance < 4 || SteadyStretch.closingDB(from: before, to: after) > 6
    }

    private mutating func completed(upTo end: Int) -> [SteadyStretch] {
        var done: [SteadyStretch] = []
        while let pieces = pending.first, let last = pieces.last?.upperBound {
            let isWaiting = end < last + Self.tailFrames || open.map { $0 <= last + Self.joinFrames } ?? false
            if isWaiting, end != .max { break }
            done.append(SteadyStretch(pieces: pieces, in: frames, base: base, average: average))
            pending.removeFirst()
        }
        trim()
        return done
    }

    /// Forgets the frames that no stretch will look at.
    private mutating func trim() {
        let oldest = min(pending.first?.first?.lowerBound ?? next, open ?? next) - Self.tailFrames - 6
        guard oldest - base > 200 else { return }
        frames.removeFirst(oldest - base)
        base = oldest
    }
}
