import Speech

/// Finds when each word of a text is spoken, from the marks that the engine set.
///
/// The engine marks most words once. It marks some more than once (the parts of `2,500`), and speaks some pairs as one
/// (`it was`), whose second mark then lies on the first word: a mark too many before words without one is theirs.
struct WordTimes {
    let tokens: [SourceText.Token]
    let marks: [SpeechCollector.Mark]
    let samples: [Int16]
    let sampleRateHz: Int

    /// Quieter than this is a pause, not speech; the engine's pauses are zeros.
    private static let silence: Int16 = 16

    /// The words that are spoken, in the order of time.
    func words() -> [SynthesizedSpeech.SpokenWord] {
        let starts = starts()
        let ends = marks.filter { $0.kind == .clauseEnd }.map { min($0.sample, samples.count) }
        var words: [SynthesizedSpeech.SpokenWord] = []
        var clause = 0
        for (index, token) in tokens.enumerated() {
            guard let start = starts[index] else { continue }
            while clause < ends.count, ends[clause] <= start { clause += 1 }
            let next = starts[(index + 1)...].compactMap(\.self).first ?? samples.count
            let end = min(next, clause < ends.count ? ends[clause] : samples.count)
            words.append(.init(text: token.text, time: time(start, trimmed(start, end))))
        }
        return words
    }

    /// The sample where each word begins; nil for a word that is not spoken.
    private func starts() -> [Int?] {
        var claims = [[Int]](repeating: [], count: tokens.count)
        var index = 0
        for mark in marks where mark.kind == .word {
            let sample = min(mark.sample, samples.count)
            while index + 1 < tokens.count, tokens[index + 1].range.lowerBound <= mark.scalar { index += 1 }
            guard index < tokens.count, tokens[index].range.contains(mark.scalar) else { continue }
            claims[index].append(sample)
        }
        var starts = claims.map(\.first)
        for index in claims.indices where claims[index].count > 1 {
            let silent = claims[(index + 1)...].prefix { $0.isEmpty }.indices
            for (offset, silentIndex) in silent.enumerated() where offset + 1 < claims[index].count {
                starts[silentIndex] = claims[index][offset + 1]
            }
        }
        return interpolated(starts)
    }

    /// Gives a word without a mark its share, by letters, of the time of the word before it.
    private func interpolated(_ given: [Int?]) -> [Int?] {
        var starts = given
        var index = 0
        while index < starts.count {
            guard let start = starts[index] else {
                index += 1
                continue
            }
            let run = index..<(starts[(index + 1)...].firstIndex { $0 != nil } ?? starts.count)
            let end = run.upperBound < starts.count ? starts[run.upperBound] ?? samples.count : samples.count
            let letters = tokens[run].map(\.text.count)
            let total = max(1, letters.reduce(0, +))
            var passed = 0
            for (offset, member) in run.enumerated() {
                starts[member] = start + (end - start) * passed / total
                passed += letters[offset]
            }
            index = run.upperBound
        }
        return starts
    }

    /// The end without the pause before it.
    private func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = max(start, end)
        while end > start, abs(Int(samples[end - 1])) < Int(Self.silence) { end -= 1 }
        return end
    }

    private func time(_ start: Int, _ end: Int) -> TimeRange {
        let rate = Double(sampleRateHz)
        return TimeRange(startSeconds: Double(start) / rate, endSeconds: Double(end) / rate)
    }
}
