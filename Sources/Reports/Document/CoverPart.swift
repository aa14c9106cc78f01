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
        if let remark = report.state.reportRemark {
            let reason = report.occasion.cancellation.map { " The reason that was given: \($0)" } ?? ""
            blocks.append(.notice(remark + reason))
        }
        blocks.append(.heading(2, "Result", name: "result"))
        blocks += result
        if let review = report.result.review {
            blocks +=
                ReviewPart(
                    review: review, judged: report.result.answersMean, judgedName: "Mean of the answers",
                    name: "review", utcOffsetSeconds: report.utcOffsetSeconds
                ).blocks
        }
        blocks += contents
        return blocks
    }

    private var facts: [ReportBlock.Fact] {
        let people = report.people
        let named = [
            ("Candidate", people.candidate), ("Interviewer", people.interviewer),
            ("Organisation", people.organisation), ("Role", people.role), ("Company", people.company),
            (dateName, date), ("Length", length), ("Place", report.occasion.place),
            ("Kind", report.occasion.mode == .real ? "for real: no help, one take" : nil),
            ("Questions", questions),
        ]
        return named.compactMap { name, value in value.map { ReportBlock.Fact(name: name, value: $0) } }
    }

    private var dateName: String {
        if report.occasion.isBegun { return "Date" }
        return report.occasion.isScheduled ? "Planned for" : "Planned on"
    }

    private var date: String {
        ReportDate(date: report.startedAt, utcOffsetSeconds: report.utcOffsetSeconds).full
    }

    private var length: String? {
        guard report.occasion.isBegun else {
            return report.occasion.plannedMinutes.map { "\($0) min planned" }
        }
        return report.endedAt.map { end in
            let minutes = max(0, end.timeIntervalSince(report.startedAt)) / 60
            return minutes < 1 ? "under a minute" : "\(FixedPoint(minutes)) min"
        }
    }

    private var questions: String {
        let fixed = report.occasion.hasFixedQuestions ? ", fixed beforehand" : ""
        guard report.occasion.isBegun else { return "\(report.plannedQuestions) planned\(fixed)" }
        let followUps = report.questions.count(where: \.isFollowUp)
        let asked = report.questions.count - followUps
        return "\(asked) of \(report.plannedQuestions) asked"
            + (followUps > 0 ? ", \(followUps) follow-up\(followUps == 1 ? "" : "s")" : "")
            + ", \(report.answeredCount) answered\(fixed)"
    }

    private var result: [ReportBlock] {
        let result = report.result
        guard let overall = result.overall else {
            return [.notice("There is no score: \(noScore)")]
                + result.hearingRemarks.map { .notice($0) } + figures
        }
        let score = ReportBlock.Score(
            name: "Overall", value: overall, remark: overallRemark,
            stars: result.stars?.text ?? "")
        let bars = result.dimensions.map { mean in
            ReportBlock.Score(
                name: mean.dimension.title, value: mean.mean,
                remark: mean.answerCount == report.answeredCount
                    ? "" : "(\(mean.answerCount) of \(report.answeredCount) answers)")
        }
        return [.score(score)] + (bars.isEmpty ? [] : [.bars(bars)]) + figures
            + result.hearingRemarks.map { .notice($0) }
            + personsScores + (result.judgement.map { [.paragraph(ReportText($0, .dim))] } ?? [])
    }

    /// The score in a word, and who gave it.
    private var overallRemark: String {
        let result = report.result
        let given = result.review.flatMap { review in
            review.overall.map { _ in "given by \(review.reviewer)" }
        }
        return [result.label?.title, given].compactMap(\.self).joined(separator: ", ")
    }

    /// That persons' scores are in the mean; empty when none is.
    private var personsScores: [ReportBlock] {
        let count = report.questions.count { $0.review?.overall != nil }
        guard count > 0 else { return [] }
        let answers = count == 1 ? "1 answer" : "\(count) answers"
        return [
            .paragraph(
                ReportText(
                    "Of \(answers) the score is a person's, which counts in the place of the judge's.",
                    .dim))
        ]
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
        if take.failure != nil, take.evaluation == nil, question.overall == nil { return "(not analysed)" }
        if question.overall == nil { return "(no score)" }
        var remarks: [String] = []
        if question.review?.overall != nil { remarks.append("a person's score") }
        if take.correction != nil { remarks.append("corrected") }
        if question.help != nil { remarks.append("with help") }
        if question.takes.count > 1 { remarks.append("\(question.takes.count) takes") }
        return remarks.isEmpty ? "" : "(\(remarks.joined(separator: ", ")))"
    }

    /// The questions with their scores.
    private var contents: [ReportBlock] {
        guard !report.questions.isEmpty else { return [] }
        let scores = report.questions.map { question in
            ReportBlock.Score(
                name: "\(question.name): \(question.text)", value: question.overall,
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
