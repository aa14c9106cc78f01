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
        } else if let reason = question.unjudgedBecause {
            blocks.append(.notice(noScore(reason)))
        }
        if let help = question.help { blocks.append(.paragraph(ReportText(help, .dim))) }
        if let review = question.review { blocks += self.review(review) }
        if let take = question.finalTake {
            blocks += answer(take)
            if let evaluation = take.evaluation { blocks += content(evaluation) }
            blocks += delivery(take)
        }
        return blocks + comparison
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
        guard let overall = evaluation.overall else {
            return [.notice("No score: \(evaluation.overallAbsence ?? evaluation.narrative)")]
        }
        let label = PerformanceLabel(score: overall)?.title
        let score = ReportBlock.Score(
            name: "Overall", value: overall,
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
        if evaluation.needsReview == true {
            blocks.append(.notice("A person should look at this answer: its judgement is not sure enough."))
        }
        return blocks
    }

    private func review(_ review: ReportReview) -> [ReportBlock] {
        let day = review.date.map {
            ", " + ReportDate(date: $0, utcOffsetSeconds: report.utcOffsetSeconds).day
        }
        var blocks: [ReportBlock] = [.heading(3, "Reviewed by a person", name: "\(name)-review")]
        if let overall = review.overall {
            blocks.append(.bars([.init(name: "Their score", value: overall)]))
        }
        if !review.comment.isEmpty { blocks.append(.paragraph(ReportText(review.comment))) }
        return blocks + [.paragraph(ReportText("\(review.reviewer)\(day ?? "")", .dim))]
    }

    private func answer(_ take: ReportTake) -> [ReportBlock] {
        let heading = question.takes.count > 1 ? "The answer, take \(take.number)" : "The answer"
        var blocks: [ReportBlock] = [.heading(3, heading, name: "\(name)-answer")]
        if let timeline = take.timeline, !timeline.speech.isEmpty {
            blocks.append(picture(timeline))
        }
        switch take.form {
        case .code: blocks.append(.code(take.typedText ?? ""))
        case .typed:
            let lines = (take.typedText ?? "").split(whereSeparator: \.isNewline)
            blocks += lines.map { .paragraph(ReportText(String($0))) }
            if lines.isEmpty { blocks.append(.paragraph(ReportText("Nothing was typed.", .dim))) }
        case .spoken:
            if take.passages.isEmpty {
                if take.timeline != nil {
                    blocks.append(.paragraph(ReportText("No words were understood.", .dim)))
                }
            } else {
                blocks.append(
                    .transcript(
                        take.passages.map {
                            ReportBlock.Passage(
                                time: "\(ClockTime($0.startSeconds))", text: ReportText($0))
                        }))
            }
            if let recognizer = take.recognizer, !take.passages.isEmpty {
                blocks.append(.paragraph(ReportText("Heard by \(recognizer).", .dim)))
            }
        }
        // A heading with nothing under it says nothing.
        if blocks.count == 1 { blocks = [] }
        return blocks + take.hearingRemarks.map { .notice($0) }
    }

    private func picture(_ timeline: AnswerTimeline) -> ReportBlock {
        let legend = timeline.legend
        return .picture(
            TimelinePicture(timeline, detail: .overview).picture, title: "How the answer was spoken",
            description: timeline.summary, caption: legend.isEmpty ? "" : "\(legend).")
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

    private var comparison: [ReportBlock] {
        guard question.takes.count > 1 else { return [] }
        var blocks: [ReportBlock] = [.heading(3, "The takes", name: "\(name)-takes")]
        blocks.append(
            .bars(
                question.takes.map { take in
                    ReportBlock.Score(
                        name: "Take \(take.number)", value: take.evaluation?.overall,
                        remark: take.failure.map { "Not analysed: \($0)" } ?? "")
                }))
        guard let comparison = question.comparison, comparison.takes.count == 2 else { return blocks }
        let rows = comparison.changes.filter { $0.before != nil || $0.after != nil }.map { change in
            [
                change.name.prefix(1).uppercased() + change.name.dropFirst()
                    + (change.unit.isEmpty ? "" : " (\(change.unit))"),
                ReportNumber.figure(change.before), ReportNumber.figure(change.after),
                change.isBetter.map { $0 ? "better" : "worse" } ?? "",
            ]
        }
        if !rows.isEmpty {
            blocks.append(
                .table(
                    header: [
                        "Figure", "Take \(comparison.takes[0])", "Take \(comparison.takes[1])", "",
                    ],
                    rows: rows))
        }
        let changes =
            comparison.gainedPoints.map {
                ReportBlock.Item(mark: .strength, text: ReportText("Now said: \($0)"))
            }
            + comparison.lostPoints.map {
                ReportBlock.Item(mark: .weakness, text: ReportText("No longer said: \($0)"))
            }
        return blocks + (changes.isEmpty ? [] : [.items(changes)])
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
