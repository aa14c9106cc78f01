import Speech

/// A word of a reference with its place in the recording.
struct TimedWord: Equatable {
    /// The word as the reference has it.
    var text: String
    /// Where it lies, in seconds from the start of the recording.
    var time: TimeRange

    /// The words of a table's cell: `3.20-3.65:um;7.02-7.40:uh`.
    static func list(_ cell: String) throws -> [TimedWord] {
        try cell.split(separator: ";").map { part in
            let halves = part.split(separator: ":", maxSplits: 1)
            let times = halves.first?.split(separator: "-").compactMap {
                Double($0.trimmed(while: \.isWhitespace))
            }
            guard let times, times.count == 2, times[0] >= 0, times[1] > times[0], times[1].isFinite else {
                throw CorpusFailure(
                    "`\(part)` is no timed word: write start-end:word in seconds, as in 3.20-3.65:um.")
            }
            return TimedWord(
                text: halves.count > 1 ? halves[1].trimmed(while: \.isWhitespace) : "um",
                time: TimeRange(startSeconds: times[0], endSeconds: times[1]))
        }
    }
}
