import Evaluation

/// Shows what an answer scored, with the evidence, and what to do next.
struct EvaluationView {
    let page: Page

    func show(_ evaluation: Evaluation) {
        page.heading("How well it answers")
        guard let overall = evaluation.overall else {
            page.paragraph("No score: \(evaluation.overallAbsence ?? evaluation.narrative)")
            for suggestion in evaluation.suggestions { page.item(suggestion, mark: "→", style: page.palette.accent) }
            return
        }
        page.score("Overall", overall, remark: heard(evaluation.hearing))
        for dimension in evaluation.dimensions {
            page.score(
                dimension.dimension.title, dimension.score,
                remark: dimension.score == nil
                    ? dimension.basis : dimension.certainty == .low ? "(low certainty)" : "")
        }
        showKeyPoints(evaluation)
        page.space()
        for strength in evaluation.strengths { page.item(strength, mark: "+", style: page.palette.good) }
        for weakness in evaluation.weaknesses { page.item(weakness, mark: "-", style: page.palette.fair) }
        for suggestion in evaluation.suggestions { page.item(suggestion, mark: "→", style: page.palette.accent) }
        page.space()
        page.paragraph(evaluation.narrative)
        page.paragraph(
            "Judged by \(evaluation.judges.joined(separator: ", ")). " + evaluation.limits.joined(separator: " "),
            dim: true)
    }

    private func showKeyPoints(_ evaluation: Evaluation) {
        guard !evaluation.keyPoints.isEmpty else { return }
        page.space()
        for point in evaluation.keyPoints {
            let style = point.isCovered ? page.palette.good : page.palette.fair
            page.item(
                point.statement + evidence(point), mark: point.isCovered ? "✓" : "✗", style: style)
        }
    }

    /// The words that carried a point.
    private func evidence(_ point: KeyPointResult) -> String {
        guard point.isCovered, let evidence = point.evidence else { return "" }
        let place = evidence.timeSeconds.map { " at \(TextLayout.clock($0))" } ?? ""
        return " – “\(evidence.text)”\(place)"
    }

    private func heard(_ hearing: Hearing) -> String {
        switch (hearing.source, hearing.level) {
        case (.typed, _): "(typed)"
        case (.spoken, .good): "(heard well)"
        case (.spoken, .partial): "(partly heard)"
        case (.spoken, .poor): "(poorly heard)"
        case (.spoken, .notEnough): "(not enough heard)"
        }
    }
}
