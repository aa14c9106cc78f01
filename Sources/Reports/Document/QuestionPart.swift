import Delivery
import Drawing
import Evaluation
import Interview
import Speech

/// A question with its answer, what was made of it, and how it was said.
struct QuestionPart {
    let question: ReportQuestion
    let report: InterviewReport
    let isFirst: Bool

    /// The name of a question's heading.
    static func name(of question: ReportQuestion) -> String { "question-\(question.number)" }

    private var name: String { Self.name(of: question) }

    var blocks: [ReportBlock] {
        let title =
            question.isFollowUp ? question.name : "\(question.name) of \(report.plannedQuestions)"
        var blocks: [ReportBlock] = [
            .heading(2, title, name: name, outline: "\(question.name): \(question.text)"),
            .paragraph(ReportText(question.text, .strong)), .paragraph(ReportText(origin, .dim)),
        ]
        if let take = question.finalTake, let evaluation = take.evaluation {
            blocks += scores(evaluation)
            blocks += (evaluation.notices ?? []).map { .notice($0) }
        } else {
            blocks += personsScore
            if let reason = question.unjudgedBecause { blocks.append(.notice(noScore(reason))) }
        }
        blocks += help
        if let review = question.review {
            blocks +=
                ReviewPart(
                    review: review, judged: question.finalTake?.evaluation?.overall,
                    judgedName: "The judge's score", name: "\(name)-review",
                    utcOffsetSeconds: report.utcOffsetSeconds
                ).blocks
        }
        if let take = question.finalTake {
            blocks +=
                AnswerPart(
                    take: take,
                    heading: question.takes.count > 1 ? "The answer, take \(take.number)" : "The answer",
                    name: name, utcOffsetSeconds: report.utcOffsetSeconds
                ).blocks
            if let evaluation = take.evaluation { blocks += content(evaluation) }
            blocks += delivery(take)
        }
        return blocks + TakesPart(question: question, name: name).blocks
    }

    private var origin: String {
        [question.kind.reportTitle, question.category, question.level.rawValue].joined(separator: " · ")
            + (question.reason.isEmpty ? "" : ". \(question.reason)")
    }

    private func noScore(_ reason: String) -> String {
        question.finalTake?.failure == nil
            ? reason : "The answer could not be analysed: \(reason) It is kept and can be analysed again."
    }

    private func scores(_ evaluation: Evaluation) -> [ReportBlock] {
        let person = personsScore
        guard let overall = evaluation.overall else {
            let judge = person.isEmpty ? "No score" : "No score of the judge's"
            return person + [.notice("\(judge): \(evaluation.overallAbsence ?? evaluation.narrative)")]
        }
        let label = PerformanceLabel(score: overall)?.title
        let score = ReportBlock.Score(
            name: person.isEmpty ? "Overall" : "The judge", value: overall,
            remark: [label, "(\(evaluation.hearing.phrase))"].compactMap(\.self).joined(separator: " "),
            stars: evaluation.stars?.text ?? "")
        var bars = evaluation.dimensions.map { dimension in
            ReportBlock.Score(
                name: dimension.dimension.title, value: dimension.score,
                remark: dimension.score == nil
                    ? dimension.basis : dimension.certainty == .low ? "(low certainty)" : "")
        }
        bars += (evaluation.criteria ?? []).map { criterion in
            ReportBlock.Score(
                name: criterion.name, value: criterion.score,
                remark: criterion.score == nil
                    ? "Nothing of it could be judged." : "(the question's own)")
        }
        var blocks: [ReportBlock] = [
            .score(score), .bars(bars), .paragraph(ReportText(evaluation.narrative)),
        ]
        if let stars = evaluation.ratings?.inWords {
            blocks.insert(.facts([.init(name: "Stars", value: stars)]), at: 2)
        }
        if evaluation.needsReview == true, question.review == nil {
            blocks.append(.notice("A person should look at this answer: its judgement is not sure enough."))
        }
        return person + blocks
    }

    /// The score that a person gave; empty when none did.
    private var personsScore: [ReportBlock] {
        guard let review = question.review, let overall = review.overall else { return [] }
        let label = PerformanceLabel(score: overall).map { "\($0.title), " } ?? ""
        return [
            .score(
                .init(
                    name: "Overall", value: overall, remark: "\(label)given by \(review.reviewer)",
                    stars: StarRating(score: overall)?.text ?? ""))
        ]
    }

    /// The help that was shown, a line for each.
    private var help: [ReportBlock] {
        guard let remark = question.help ?? (question.shownHelp.isEmpty ? nil : "Help was shown:") else {
            return []
        }
        let items = question.shownHelp.map { help in
            let kind = help.kind == .hint ? "Hint" : "Sample answer"
            let take = question.takes.count > 1 ? ", before take \(help.take)" : ""
            return ReportBlock.Item(
                mark: .neutral,
                text: ReportText("\(kind) \(help.number)\(take)", .dim)
                    + ReportText(help.text.map { ": \($0)" } ?? "", .dim))
        }
        return [.paragraph(ReportText(remark, .dim))] + (items.isEmpty ? [] : [.items(items)])
    }

    private func content(_ evaluation: Evaluation) -> [ReportBlock] {
        var points = evaluation.keyPoints.map { point in
            item(point.statement, isMade: point.isCovered, point.evidence, otherwise: "")
        }
        points += (evaluation.structure?.story ?? []).map { part in
            item(part.part.title, isMade: part.isTold, part.evidence, otherwise: " – not told clearly")
        }
        var blocks: [ReportBlock] = []
        if !points.isEmpty {
            blocks += [.heading(3, "What it covers", name: "\(name)-points"), .items(points)]
        }
        let remarks: [(ReportBlock.Mark, [String], String, String)] = [
            (.strength, evaluation.strengthsBesidePoints, FeedbackHeading.strengths, "strengths"),
            (.weakness, evaluation.weaknessesBesidePoints, FeedbackHeading.areas, "weaknesses"),
            (.next, evaluation.suggestions, "Next time", "suggestions"),
        ]
        for (mark, texts, heading, suffix) in remarks {
            blocks += ReportBlock.list(3, heading, name: "\(name)-\(suffix)", mark, texts)
        }
        return blocks
    }

    private func item(_ text: String, isMade: Bool, _ evidence: Evidence?, otherwise: String)
        -> ReportBlock.Item
    {
        let quote = evidence.map { " – " + $0.quotation() } ?? ""
        return ReportBlock.Item(
            mark: isMade ? .made : .missing,
            text: ReportText(text) + (isMade ? ReportText(quote, .dim) : ReportText(otherwise)))
    }

    private func delivery(_ take: ReportTake) -> [ReportBlock] {
        guard let timeline = take.timeline, !timeline.speech.isEmpty else { return [] }
        let facts = timeline.headlines.map { figure in
            ReportBlock.Fact(
                name: figure.name.prefix(1).uppercased() + figure.name.dropFirst(), value: figure.number,
                remark: figure.remark)
        }
        let observations = (take.coaching?.observations ?? []).filter { $0.kind != .recording }
        var items = observations.map { observation in
            let mark: ReportBlock.Mark =
                switch observation.judgement {
                case .strength: .strength
                case .neutral: .neutral
                case .weakness: .weakness
                }
            return ReportBlock.Item(mark: mark, text: ReportText(observation.text))
        }
        items += (take.coaching?.drills ?? []).map {
            ReportBlock.Item(mark: .next, text: ReportText($0))
        }
        return [.heading(3, "How it was said", name: "\(name)-delivery"), .facts(facts)]
            + (items.isEmpty ? [] : [.items(items)])
    }
}

extension QuestionKind {
    /// The kind as a reader of a report sees it.
    var reportTitle: String {
        switch self {
        case .technical: "Technical"
        case .behavioural: "Behavioural"
        case .situational: "Situational"
        case .hr: "Personal"
        case .systemDesign: "System design"
        case .coding: "Coding"
        case .caseStudy: "Case study"
        }
    }
}
