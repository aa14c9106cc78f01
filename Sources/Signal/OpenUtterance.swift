import Speech

/// The utterance that a segmenter has begun and not yet closed.
struct OpenUtterance: Sendable {
    /// Where its audio starts, padding included.
    let startSample: Int
    /// Where its speech starts.
    let speechStartSeconds: Double
    /// Its stretches of speech that have ended.
    private(set) var stretches: [TimeRange] = []
    /// The start of the stretch that is being spoken; `nil` in a silence.
    var currentStartSeconds: Double?
    /// How far its audio was handed out for previews.
    var previewedSample: Int
    /// The end of the stretch whose silence was told of.
    var toldPauseAtSeconds: Double?

    init(startSample: Int, speechStartSeconds: Double) {
        self.startSample = startSample
        self.speechStartSeconds = speechStartSeconds
        currentStartSeconds = speechStartSeconds
        previewedSample = startSample
    }

    /// How much speech it holds so far, the current stretch excluded.
    var speechSeconds: Double { stretches.reduce(0) { $0 + $1.durationSeconds } }

    /// The current stretch has ended. After a split it may have begun before this utterance.
    mutating func end(_ range: TimeRange) {
        let start = max(range.startSeconds, currentStartSeconds ?? range.startSeconds)
        stretches.append(TimeRange(startSeconds: start, endSeconds: range.endSeconds))
        currentStartSeconds = nil
    }

    /// The longest silence between its stretches whose middle lies in a range of samples.
    func longestSilence(withMiddleIn range: Range<Int>) -> TimeRange? {
        let nextStarts = stretches.dropFirst().map(\.startSeconds) + [currentStartSeconds].compactMap { $0 }
        return zip(stretches, nextStarts)
            .map { TimeRange(startSeconds: $0.endSeconds, endSeconds: $1) }
            .filter { range.contains(AudioBuffer.sample(($0.startSeconds + $0.endSeconds) / 2)) }
            .max { $0.durationSeconds < $1.durationSeconds }
    }

    /// The speech before a cut, and the open utterance that begins at it.
    func split(atSample cut: Int) -> (first: TimeRange, rest: OpenUtterance) {
        let cutSeconds = AudioBuffer.seconds(cut)
        let before = stretches.filter { $0.startSeconds < cutSeconds }
        let after = stretches.filter { $0.startSeconds >= cutSeconds }
        let speaksAtCut = currentStartSeconds.map { $0 < cutSeconds } ?? false
        let firstEnd = speaksAtCut ? cutSeconds : before.last?.endSeconds ?? cutSeconds
        let restStart = after.first?.startSeconds ?? max(cutSeconds, currentStartSeconds ?? cutSeconds)
        var rest = OpenUtterance(startSample: cut, speechStartSeconds: restStart)
        rest.stretches = after
        rest.currentStartSeconds = currentStartSeconds.map { max($0, cutSeconds) }
        return (TimeRange(startSeconds: speechStartSeconds, endSeconds: firstEnd), rest)
    }
}
