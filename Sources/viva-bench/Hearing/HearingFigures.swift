import Recognition
import Speech

/// What one lever did on the recordings of one set, as sums, and the figures that follow from them.
struct HearingFigures {
    var recordings = 0
    var seconds = 0.0
    var words = WordErrorRate()
    var startErrors: [Double] = []
    var endErrors: [Double] = []
    var fillers = EventScore()
    var fillersSaid = 0
    var fillersHeard = 0
    var termsSaid = 0
    var termsCertain = 0
    var termsHeard = 0
    var termsOffered = 0
    var termsFalse = 0
    var processorSeconds = 0.0
    /// Those after the programs had loaded their models; `nil` when one of them did not tell.
    var hearingSeconds: Double? = 0
    var peakMegabytes = 0.0
    /// Runs that failed; their words count as missed.
    var failures = 0

    /// Adds a recording.
    mutating func add(_ score: RecordingScore, seconds: Double) {
        recordings += 1
        self.seconds += seconds
        words = words + (score.words ?? WordErrorRate())
        startErrors += score.startErrors
        endErrors += score.endErrors
        fillers = fillers + (score.fillers ?? EventScore())
        fillersSaid += score.fillerCounts?.said ?? 0
        fillersHeard += score.fillerCounts?.heard ?? 0
        termsSaid += score.terms.said
        termsCertain += score.terms.certain
        termsHeard += score.terms.heard
    }

    /// Adds the cost of a run, `startSeconds` of which it spent before it could hear.
    mutating func add(_ run: MeasuredProcess, startSeconds: Double?) {
        processorSeconds += run.processorSeconds
        if let startSeconds, let sum = hearingSeconds {
            hearingSeconds = sum + run.processorSeconds - startSeconds
        } else {
            hearingSeconds = nil
        }
        peakMegabytes = max(peakMegabytes, run.peakMegabytes)
    }

    /// The figures, those that have nothing to stand on left out.
    func summary(against stock: HearingFigures?) -> Summary {
        let boundaries = (startErrors + endErrors).map(abs).sorted()
        var summary = Summary(recordings: recordings, minutes: seconds / 60)
        summary.words = words.referenceWords
        summary.wordErrorRate = share(words.errors, of: words.referenceWords)
        summary.wordErrorRateToStock = ratio(
            summary.wordErrorRate, stock.flatMap { share($0.words.errors, of: $0.words.referenceWords) })
        summary.termsSaid = termsSaid
        summary.termRecall = share(termsCertain, of: termsSaid)
        summary.termRecallWithUncertain = share(termsHeard, of: termsSaid)
        summary.termsOffered = termsOffered
        summary.falseTermShare = share(termsFalse, of: termsOffered)
        summary.fillerEvents = fillers.said
        summary.fillerPrecision = fillers.precision
        summary.fillerRecall = fillers.recall
        summary.fillerF1 = fillers.f1
        summary.fillersSaid = fillersSaid
        summary.fillersHeard = fillersHeard
        summary.boundaries = boundaries.count
        summary.medianBoundaryErrorMs = Spread.quantile(boundaries, 0.5).map { $0 * 1000 }
        summary.p90BoundaryErrorMs = Spread.quantile(boundaries, 0.9).map { $0 * 1000 }
        summary.medianStartBiasMs = Spread.quantile(startErrors.sorted(), 0.5).map { $0 * 1000 }
        summary.medianEndBiasMs = Spread.quantile(endErrors.sorted(), 0.5).map { $0 * 1000 }
        summary.realTimeFactor = seconds > 0 ? processorSeconds / seconds : nil
        summary.hearingRealTimeFactor = seconds > 0 ? hearingSeconds.map { $0 / seconds } : nil
        summary.processorToStock = ratio(processorSeconds, stock?.processorSeconds)
        summary.peakMegabytes = peakMegabytes
        summary.failures = failures
        return summary
    }

    private func share(_ count: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(count) / Double(whole) : nil
    }

    private func ratio(_ value: Double?, _ other: Double?) -> Double? {
        guard let value, let other, other > 0 else { return nil }
        return value / other
    }
}

extension HearingFigures {
    /// Figures as they are reported. What could not be measured is absent.
    struct Summary: Codable {
        var recordings: Int
        var minutes: Double
        var words = 0
        var wordErrorRate: Double?
        var wordErrorRateToStock: Double?
        var termsSaid = 0
        /// Of the terms that were said, those in the transcript and not marked uncertain.
        var termRecall: Double?
        var termRecallWithUncertain: Double?
        var termsOffered = 0
        /// Of the terms on offer that were not said, those the transcript shows as certain.
        var falseTermShare: Double?
        var fillerEvents = 0
        var fillerPrecision: Double?
        var fillerRecall: Double?
        var fillerF1: Double?
        var fillersSaid = 0
        var fillersHeard = 0
        var boundaries = 0
        var medianBoundaryErrorMs: Double?
        var p90BoundaryErrorMs: Double?
        var medianStartBiasMs: Double?
        var medianEndBiasMs: Double?
        var realTimeFactor: Double?
        /// Without what passed until the models were loaded.
        var hearingRealTimeFactor: Double?
        var processorToStock: Double?
        var peakMegabytes: Double?
        var failures = 0

        /// The mean of the figures of several sets, each set counting once; counts are sums, memory is the most.
        static func mean(_ sets: [Summary]) -> Summary {
            var mean = Summary(
                recordings: sets.map(\.recordings).reduce(0, +), minutes: sets.map(\.minutes).reduce(0, +))
            for path in [
                \Summary.wordErrorRate, \.termRecall, \.termRecallWithUncertain, \.falseTermShare,
                \.fillerPrecision, \.fillerRecall, \.fillerF1, \.medianBoundaryErrorMs, \.p90BoundaryErrorMs,
                \.medianStartBiasMs, \.medianEndBiasMs, \.realTimeFactor,
                \.hearingRealTimeFactor,
            ] as [WritableKeyPath<Summary, Double?>] {
                let values = sets.compactMap { $0[keyPath: path] }
                mean[keyPath: path] = values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
            }
            for path in [
                \Summary.words, \.termsSaid, \.termsOffered, \.fillerEvents, \.fillersSaid, \.fillersHeard,
                \.boundaries, \.failures,
            ] as [WritableKeyPath<Summary, Int>] {
                mean[keyPath: path] = sets.map { $0[keyPath: path] }.reduce(0, +)
            }
            mean.peakMegabytes = sets.compactMap(\.peakMegabytes).max()
            return mean
        }

        /// The same with the ratios of these means to stock's.
        func against(_ stock: Summary?) -> Summary {
            var summary = self
            func ratio(_ value: Double?, _ other: Double?) -> Double? {
                guard let value, let other, other > 0 else { return nil }
                return value / other
            }
            summary.wordErrorRateToStock = ratio(wordErrorRate, stock?.wordErrorRate)
            summary.processorToStock = ratio(realTimeFactor, stock?.realTimeFactor)
            return summary
        }
    }
}
