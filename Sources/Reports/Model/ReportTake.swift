public import Delivery
public import Drawing
public import Evaluation
public import FoundationEssentials
import Interview
public import Signal
import Speech
import Vocabulary

/// One attempt at an answer.
public struct ReportTake: Sendable, Hashable, Encodable {
    /// How an answer was given.
    public enum Form: String, Sendable, Hashable, Codable {
        /// Spoken.
        case spoken
        /// Typed as prose.
        case typed
        /// Typed to a question that asks for code: set as it was typed, in letters of one width.
        case code
    }

    /// 1 for the first attempt.
    public let number: Int
    /// When it was given.
    public let receivedAt: Date
    /// How it was given.
    public let form: Form
    /// What was typed; `nil` for a spoken answer.
    public let typedText: String?
    /// What was heard, one passage for each utterance; empty for a typed answer.
    public let passages: [ReportPassage]
    /// Who heard it; `nil` for a typed answer.
    public let recognizer: String?
    /// What to know before the words are believed, as sentences.
    public let hearingRemarks: [String]
    /// How it was delivered; `nil` for a typed answer.
    public let delivery: DeliveryReport?
    /// What a coach says about that; `nil` for a typed answer.
    public let coaching: DeliveryFeedback?
    /// How well it was recorded; `nil` for a typed answer.
    public let quality: RecordingQuality?
    /// The judgement; `nil` until there is one.
    public let evaluation: Evaluation?
    /// Why it could not be analysed; `nil` when it was.
    public let failure: String?
    /// What its picture shows; `nil` for a typed answer. It is not written as JSON.
    public let timeline: AnswerTimeline?

    private enum CodingKeys: String, CodingKey {
        case number, receivedAt, form, typedText, passages, recognizer, hearingRemarks, delivery, coaching,
            quality, evaluation, failure
    }

    init(_ take: Take, kind: QuestionKind, wording: Wording) {
        number = take.number
        receivedAt = take.receivedAt
        switch take.source {
        case .spoken: (form, typedText) = (.spoken, nil)
        case .typed(let text): (form, typedText) = (kind == .coding ? .code : .typed, text)
        }
        evaluation = take.evaluation
        if case .failed(let reason) = take.progress { failure = reason } else { failure = nil }
        let analysis = take.analysis
        let timeline = analysis.map { AnswerTimeline($0) }
        self.timeline = timeline
        passages =
            analysis.flatMap { analysis in
                timeline.map {
                    ReportPassage.passages(of: analysis.transcript, timeline: $0, wording: wording)
                }
            } ?? []
        recognizer = analysis.map(\.transcript.recognizer)
        hearingRemarks = analysis.map { HearingRemarks($0).sentences } ?? []
        delivery = analysis?.delivery
        coaching = analysis.map { DeliveryFeedback($0) }
        quality = analysis?.quality
    }
}
