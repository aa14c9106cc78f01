import Delivery
import Evaluation
import FoundationEssentials
import Interview
import SQL

/// What the columns of an interview say, made from it: what it is searched, sorted and counted by.
struct InterviewColumns {
    /// Those that name other records.
    private let references: [(name: StaticString, value: SQLValue)]
    /// The others, names and values in one order.
    private let values: [(name: StaticString, value: SQLValue)]
    /// Those that stand beside each label as well: lists of a label are found and counted without the interviews.
    let besideLabels: [(name: StaticString, value: SQLValue)]

    /// All of them.
    var pairs: [(name: StaticString, value: SQLValue)] { references + values }

    /// What is written where an earlier state stands. Without the references that are as they were: what they name may have been
    /// deleted since, and the column emptied with it.
    func pairs(after earlier: Interview) -> [(name: StaticString, value: SQLValue)] {
        zip(references, Self.references(earlier.details)).filter { $0.value != $1.value }.map(\.0) + values
    }

    private static func references(_ details: InterviewDetails) -> [(name: StaticString, value: SQLValue)] {
        [
            ("organization_id", details.organization.sqlValue), ("candidate_id", details.candidate.sqlValue),
            ("interviewer_id", details.interviewer.sqlValue), ("template_id", details.template.sqlValue),
            ("resume_id", details.resume.sqlValue),
        ]
    }

    init(_ interview: Interview) throws(RecordsError) {
        let details = interview.details
        let preferences = interview.plan.preferences
        let summary = InterviewSummary(of: interview)
        let ratings = summary.feedback?.ratings
        let mean = { (dimension: Dimension) in
            summary.dimensions.first { $0.dimension == dimension }?.mean
        }
        let answered = interview.turns.filter { !$0.takes.isEmpty }
        let found: [(StaticString, any SQLConvertible)] = [
            ("held_at", interview.heldAt), ("state", interview.state.rawValue),
            ("kind", preferences.mix.rawValue), ("level", preferences.level.rawValue),
            ("mode", details.mode.rawValue), ("role_folded", interview.role?.folded),
            ("waiting_count", interview.turns.count { $0.finalTake?.waitsForReview ?? false }),
            ("overall", summary.meanOverall),
        ]
        var pairs: [(StaticString, any SQLConvertible)] = [
            ("title", details.title), ("medium", details.medium.rawValue), ("role", interview.role),
            ("company", details.company),
            ("scheduled_at", interview.schedule?.start), ("scheduled_end", interview.schedule?.end),
            ("started_at", interview.startedAt), ("ended_at", interview.endedAt),
            ("times_out_at", interview.timesOutAt),
            ("duration_seconds", interview.activeSeconds), ("question_count", interview.plan.questionCount),
            ("asked_count", interview.turns.count), ("answered_count", answered.count { $0.followUp == nil }),
            ("answered_follow_ups", answered.count { $0.followUp != nil }),
        ]
        pairs += [
            ("judging", InterviewJudging(of: interview)?.rawValue),
            ("label", PerformanceLabel(score: summary.meanOverall)?.rawValue),
            ("relevance", mean(.relevance)), ("completeness", mean(.completeness)),
            ("clarity", mean(.clarity)), ("technical_accuracy", mean(.technicalAccuracy)),
            ("communication", mean(.communication)), ("technical_stars", ratings?.technical?.rawValue),
            ("communication_stars", ratings?.communication?.rawValue),
            ("delivery_stars", ratings?.delivery?.rawValue), ("words_per_minute", summary.wordsPerMinute),
            ("fillers_per_minute", summary.fillersPerMinute),
            ("pauses_per_minute", Self.pausesPerMinute(interview)),
            ("body", try RecordCoding.text(interview.with(turns: []))),
        ]
        references = Self.references(details)
        besideLabels = found.map { ($0.0, $0.1.sqlValue) }
        values = besideLabels + pairs.map { ($0.0, $0.1.sqlValue) }
    }

    /// All pauses of the spoken answers over all their time, so that a short answer does not weigh as much as a long one.
    private static func pausesPerMinute(_ interview: Interview) -> Double? {
        let reports = interview.turns.compactMap { $0.finalTake?.analysis?.delivery }
        let seconds = reports.reduce(0) { $0 + $1.durationSeconds }
        return seconds > 0 ? Double(reports.reduce(0) { $0 + $1.pauses.count }) / seconds * 60 : nil
    }
}

/// What the columns of a question that was put say.
struct TurnColumns {
    let pairs: [(name: StaticString, value: SQLValue)]

    init(_ turn: Turn) throws(RecordsError) {
        var alone = turn
        alone.takes = []
        let pairs: [(StaticString, any SQLConvertible)] = [
            ("planned_number", turn.plannedNumber), ("is_follow_up", turn.followUp != nil),
            ("question_key", turn.question.id), ("kind", turn.question.kind.rawValue),
            ("category", turn.question.category), ("level", turn.question.level.rawValue),
            ("text", turn.text), ("recording", turn.recording), ("body", try RecordCoding.text(alone)),
        ]
        self.pairs = pairs.map { ($0.0, $0.1.sqlValue) }
    }
}

/// What the columns of an attempt at an answer say.
struct TakeColumns {
    let pairs: [(name: StaticString, value: SQLValue)]

    init(_ take: Take, isFinal: Bool) throws(RecordsError) {
        let evaluation = take.evaluation
        let delivery = take.analysis?.delivery
        let score = { (dimension: Dimension) in evaluation?.score(dimension) }
        let state =
            switch take.progress {
            case .received: "received"
            case .judged: "judged"
            case .failed: "failed"
            }
        let minutes = (delivery?.durationSeconds).flatMap { $0 > 0 ? $0 / 60 : nil }
        let pauses = delivery.flatMap { report in minutes.map { Double(report.pauses.count) / $0 } }
        var pairs: [(StaticString, any SQLConvertible)] = [
            ("is_final", isFinal), ("medium", take.medium.rawValue), ("recording", take.recording),
            ("state", state),
            ("text", take.text), ("received_at", take.receivedAt),
            ("seconds", take.timeTakenSeconds ?? delivery?.durationSeconds), ("overall", take.score),
            ("review_score", take.review?.score), ("relevance", score(.relevance)),
            ("completeness", score(.completeness)), ("clarity", score(.clarity)),
            ("technical_accuracy", score(.technicalAccuracy)), ("communication", score(.communication)),
        ]
        pairs += [
            ("sentiment", evaluation?.sentiment.rawValue), ("confidence", evaluation?.confidence),
            ("needs_review", take.waitsForReview),
            ("words_per_minute", delivery?.wordsPerMinute.value),
            ("fillers_per_minute", delivery?.fillersPerMinute.value), ("pauses_per_minute", pauses),
            ("body", try RecordCoding.text(take)),
        ]
        self.pairs = pairs.map { ($0.0, $0.1.sqlValue) }
    }
}
