import Evaluation

/// Shows what an answer scored, with the evidence, and what to do next.
struct EvaluationView {
    let page: Page

    func show(_ evaluation: Evaluation) {
        page.heading("How well it answers")
        guard let overall = evaluation.overall else {
            page.paragraph("No score: \(evaluation.overallAbsence ?? evaluation.narrative)")
            showKeyPoints(Self.shownPoints(of: evaluation))
            for strength in evaluation.strengths { page.item(strength, mark: "+", style: page.palette.good) }
            for weakness in evaluation.weaknesses { page.item(weakness, mark: "-", style: page.palette.fair) }
            for suggestion in evaluation.suggestions {
                page.item(suggestion, mark: "→", style: page.palette.accent)
            }
            showNotices(evaluation)
            return
        }
        page.score("Overall", overall, remark: "(\(evaluation.hearing.phrase))")
        // An evaluation of an older version has its label and stars from its score.
        if let label = PerformanceLabel(score: overall), let stars = evaluation.stars {
            page.figure("Performance", "\(label.title) \(stars.text)")
        }
        if let ratings = evaluation.ratings { StarsView(page: page).show(ratings) }
        for dimension in evaluation.dimensions {
            page.score(
                dimension.dimension.title, dimension.score,
                remark: dimension.score == nil
                    ? dimension.basis : dimension.certainty == .low ? "(low certainty)" : "")
        }
        for criterion in evaluation.criteria ?? [] {
            page.score(
                criterion.name, criterion.score,
                remark: criterion.score == nil ? "Nothing of it could be judged." : "(the question's own)")
        }
        showKeyPoints(Self.shownPoints(of: evaluation))
        showStory(evaluation.structure)
        page.space()
        for strength in evaluation.strengthsBesidePoints {
            page.item(strength, mark: "+", style: page.palette.good)
        }
        for weakness in evaluation.weaknessesBesidePoints {
            page.item(weakness, mark: "-", style: page.palette.fair)
        }
        for suggestion in evaluation.suggestions.prefix(3) {
            page.item(suggestion, mark: "→", style: page.palette.accent)
        }
        page.space()
        page.paragraph(evaluation.narrative)
        showNotices(evaluation)
    }

    /// What happened on the way.
    private func showNotices(_ evaluation: Evaluation) {
        for notice in evaluation.notices ?? [] { page.item(notice, mark: "!", style: page.palette.fair) }
    }

    /// Says who judged and what that judge cannot see: once for all answers.
    func showJudges(_ evaluations: [Evaluation]) {
        guard let judgement = Evaluation.judgement(of: evaluations) else { return }
        page.space()
        page.paragraph(judgement, style: page.palette.dim)
    }

    /// The expected points to list. Those that an answer without a score makes all the same count for its question; which it does not
    /// make says nothing.
    static func shownPoints(of evaluation: Evaluation) -> [KeyPointResult] {
        evaluation.overall == nil ? evaluation.keyPoints.filter(\.isCovered) : evaluation.keyPoints
    }

    private func showKeyPoints(_ points: [KeyPointResult]) {
        guard !points.isEmpty else { return }
        page.space()
        for point in points {
            let style = point.isCovered ? page.palette.good : page.palette.fair
            page.item(
                point.statement + evidence(point), mark: point.isCovered ? "✓" : "✗", style: style)
        }
    }

    /// The words that carried a point.
    private func evidence(_ point: KeyPointResult) -> String {
        point.isCovered ? quote(point.evidence) : ""
    }

    /// The parts of a story, each with the sentence that carries it.
    private func showStory(_ structure: AnswerStructure?) {
        guard let parts = structure?.story, !parts.isEmpty else { return }
        page.space()
        for part in parts {
            let style = part.isTold ? page.palette.good : page.palette.fair
            page.item(
                part.part.title + (part.isTold ? quote(part.evidence) : " – not told clearly"),
                mark: part.isTold ? "✓" : "✗", style: style)
        }
    }

    /// Words of the answer behind a dash.
    private func quote(_ evidence: Evidence?) -> String {
        evidence.map { " – " + $0.quotation(mostWords: Self.mostQuotedWords) } ?? ""
    }

    /// More words of a quotation would fill the screen.
    private static let mostQuotedWords = 14
}
