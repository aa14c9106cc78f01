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
    /// Code that was given beside the words; `nil` for none.
    public let code: String?
    /// The language of the code, or of an answer that is code; `nil` where it is not known.
    public let codeLanguage: CodeLanguage?
    /// What was heard, one passage for each utterance; empty for a typed answer.
    public let passages: [ReportPassage]
    /// What was heard or typed and each correction of it by its speaker, first to last: the last counts. Empty when nothing was
    /// corrected.
    public let versions: [ReportVersion]
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
    /// The judgement of the words that count; `nil` until there is one.
    public let evaluation: Evaluation?
    /// The score that counts, 0...100: a person's, else the judge's; `nil` when there is none.
    public let overall: Double?
    /// What a person made of it; `nil` when nobody looked at it.
    public let review: ReportReview?
    /// Why it could not be analysed; `nil` when it was.
    public let failure: String?
    /// What its picture shows; `nil` for a typed answer. It is not written as JSON.
    public let timeline: AnswerTimeline?

    private enum CodingKeys: String, CodingKey {
        case number, receivedAt, form, typedText, code, codeLanguage, passages, versions, recognizer
        case hearingRemarks, delivery, coaching, quality, evaluation, overall, review, failure
    }

    init(_ take: Take, answering question: Question, reviewers: [Int64: String], wording: Wording) {
        number = take.number
        receivedAt = take.receivedAt
        switch take.source {
        case .spoken: (form, typedText) = (.spoken, nil)
        case .typed(let text):
            // Where code has a place of its own, what is typed beside it is prose.
            (form, typedText) = (question.kind == .coding && take.code == nil ? .code : .typed, text)
        }
        code = take.code
        codeLanguage = (take.code ?? (form == .code ? typedText : nil)).flatMap {
            CodeLanguage.of($0, answering: question)
        }
        evaluation = take.evaluation
        overall = take.score
        review = take.review.map { ReportReview($0, names: reviewers) }
        if case .failed(let reason) = take.progress { failure = reason } else { failure = nil }
        let analysis = take.analysis
        let timeline = analysis.map { AnswerTimeline($0) }
        self.timeline = timeline
        let passages =
            analysis.flatMap { analysis in
                timeline.map {
                    ReportPassage.passages(of: analysis.transcript, timeline: $0, wording: wording)
                }
            } ?? []
        self.passages = passages
        versions =
            take.isCorrected ? take.versions.map { ReportVersion($0, passages: passages) } : []
        recognizer = analysis.map(\.transcript.recognizer)
        hearingRemarks = analysis.map { HearingRemarks($0).sentences } ?? []
        delivery = analysis?.delivery
        coaching = analysis.map { DeliveryFeedback($0) }
        quality = analysis?.quality
    }

    /// The correction that counts; `nil` when nothing was corrected.
    public var correction: ReportVersion? { versions.last }
}
