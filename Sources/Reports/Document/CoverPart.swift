import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Speech

/// The first page: who, when, how it went, and what follows.
struct CoverPart {
    let report: InterviewReport

    var blocks: [ReportBlock] {
        var blocks: [ReportBlock] = [
            .heading(1, report.people.title, name: "report"), .facts(facts),
        ]
        if let remark = report.state.reportRemark { blocks.append(.notice(remark)) }
        blocks.append(.heading(2, "Result", name: "result"))
        blocks += result
        blocks += contents
        return blocks
    }

    private var facts: [ReportBlock.Fact] {
        let people = report.people
        let named = [
            ("Candidate", people.candidate), ("Interviewer", people.interviewer),
            ("Organisation", people.organisation), ("Role", people.role), ("Company", people.company),
            ("Date", date), ("Length", length), ("Questions", questions),
        ]
        return named.compactMap { name, value in value.map { ReportBlock.Fact(name: name, value: $0) } }
    }

    private var date: String {
        ReportDate(date: report.startedAt, utcOffsetSeconds: report.utcOffsetSeconds).full
    }

    private var length: String? {
        report.endedAt.map { end in
            let minutes = max(0, end.timeIntervalSince(report.startedAt)) / 60
            return minutes < 1 ? "under a minute" : "\(FixedPoint(minutes)) min"
        }
    }

    private var questions: String {
        let followUps = report.questions.count(where: \.isFollowUp)
        let asked = report.questions.count - followUps
        return "\(asked) of \(report.plannedQuestions) asked"
            + (followUps > 0 ? ", \(followUps) follow-up\(followUps == 1 ? "" : "s")" : "")
            + ", \(report.answeredCount) answered"
    }

    private var result: [ReportBlock] {
        let result = report.result
        guard let overall = result.overall else {
            return [.notice("There is no score: \(noScore)")]
                + result.hearingRemarks.map { .notice($0) } + figures
        }
        let score = ReportBlock.Score(
            name: "Overall", value: overall, remark: result.label?.title ?? "",
            stars: result.stars?.text ?? "")
        let bars = result.dimensions.map { mean in
            ReportBlock.Score(
                name: mean.dimension.title, value: mean.mean,
                remark: mean.answerCount == report.answeredCount
                    ? "" : "(\(mean.answerCount) of \(report.answeredCount) answers)")
        }
        return [.score(score), .bars(bars)] + figures + result.hearingRemarks.map { .notice($0) }
            + (result.judgement.map { [.paragraph(ReportText($0, .dim))] } ?? [])
    }

    private var noScore: String {
        if report.questions.isEmpty { return "no question was asked." }
        return report.answeredCount == 0 ? "no answer was given." : "no answer could be judged."
    }

    private var figures: [ReportBlock] {
        let result = report.result
        var facts: [ReportBlock.Fact] = []
        if let stars = result.ratings?.inWords { facts.append(.init(name: "Stars", value: stars)) }
        if let pace = result.wordsPerMinute {
            facts.append(.init(name: "Pace", value: "\(FixedPoint(pace)) words a minute"))
        }
        if let fillers = result.fillersPerMinute {
            facts.append(.init(name: "Fillers", value: FillerRateText.of(fillers)))
        }
        if let trend = result.trend {
            facts.append(
                .init(name: "Trend", value: trend.direction.rawValue, remark: trend.remark(of: "answers")))
        }
        if let heard = result.hearing?.meanWordConfidence {
            facts.append(
                .init(
                    name: "Heard", value: "\(FixedPoint(heard * 100)) % mean confidence of the recogniser"))
        }
        if let sure = result.hearing?.meanConfidence {
            facts.append(.init(name: "Judgement", value: "\(FixedPoint(sure * 100)) % sure on average"))
        }
        return facts.isEmpty ? [] : [.facts(facts)]
    }

    private func remark(on question: ReportQuestion) -> String {
        guard let take = question.finalTake else { return "(no answer)" }
        if take.failure != nil { return "(not analysed)" }
        if take.evaluation?.overall == nil { return "(no score)" }
        return question.takes.count > 1 ? "(\(question.takes.count) takes)" : ""
    }

    /// The questions with their scores.
    private var contents: [ReportBlock] {
        guard !report.questions.isEmpty else { return [] }
        let scores = report.questions.map { question in
            ReportBlock.Score(
                name: "\(question.name): \(question.text)", value: question.finalTake?.evaluation?.overall,
                remark: remark(on: question),
                target: QuestionPart.name(of: question))
        }
        return [.heading(2, "Questions", name: "questions"), .bars(scores)]
    }
}

extension InterviewState {
    /// What a reader has to know of where an interview stands; `nil` for one that was completed.
    var reportRemark: String? {
        switch self {
        case .completed: nil
        case .scheduled: "The interview has not begun."
        case .inProgress: "The interview has not ended: this report tells how it stands."
        case .cancelled: "The interview was called off before it began."
        case .abandoned: "The interview was ended before it was finished."
        case .noShow: "The candidate did not come."
        }
    }
}
