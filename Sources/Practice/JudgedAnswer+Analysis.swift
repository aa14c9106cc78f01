public import Delivery
public import Evaluation
public import Interview
import Signal
import Speech

extension JudgedAnswer {
    /// A take as the judge sees it: what was heard of it where it was spoken, or typed, and the code that was given beside.
    init(_ take: Take, analysis: AnswerAnalysis?) {
        let words =
            switch take.source {
            case .typed(let text): JudgedAnswer(typed: text)
            case .spoken: JudgedAnswer(spoken: analysis)
            }
        self = words.adding(code: take.code)
    }

    /// A spoken answer as the judge sees it: the words that were heard, and the figures of the delivery. A word that the
    /// sound does not bear out is not there for the judge.
    public init(spoken analysis: AnswerAnalysis?) {
        let heard = (analysis?.transcript.words ?? []).filter { !$0.isUncertain }
        let words = heard.map {
            HeardWord(
                text: $0.text, timeSeconds: $0.time.startSeconds, endSeconds: $0.time.endSeconds,
                confidence: $0.confidence)
        }
        let delivery = analysis?.delivery
        let spokenSeconds = analysis?.quality.speechSeconds
        self.init(
            words: words, text: heard.map(\.text).joined(separator: " "),
            hearing: Hearing(
                spoken: words, durationSeconds: spokenSeconds,
                expectedWordErrorRate: analysis?.transcript.expectedWordErrorRate),
            delivery: delivery.map { SpokenDelivery($0) }, durationSeconds: delivery?.durationSeconds)
    }
}

extension JudgedAnswer {
    /// An answer in the words that its speaker says were said. How it was spoken is what was measured, and the words are as good
    /// as the ones meant.
    public init(_ take: Take, correctedAs text: String) {
        self.init(typed: text)
        guard case .spoken = take.source else { return }
        let spoken = JudgedAnswer(spoken: take.analysis)
        hearing.source = .spoken
        delivery = spoken.delivery
        durationSeconds = spoken.durationSeconds
    }
}

extension SpokenDelivery {
    /// The figures that the judge weighs, out of a whole report.
    init(_ report: DeliveryReport) {
        self.init(
            wordsPerMinute: report.wordsPerMinute.value,
            pauseShare: report.phonationTimeRatio.value.map { 1 - $0 },
            medianPauseSeconds: report.medianPauseSeconds.value,
            longestPauseSeconds: report.longestPauseSeconds.value,
            fillersPerMinute: report.fillersPerMinute.value,
            speechLevelVariationDB: nil,
            steadiness: DeliverySteadiness(report))
    }
}
