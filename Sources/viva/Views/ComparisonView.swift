import Interview

/// Shows what changed from one take to the next, or from one interview to another.
struct ComparisonView {
    let page: Page

    func show(_ comparison: TakeComparison) {
        page.heading("Against take \(comparison.takes.first ?? 1)")
        if let claim = comparison.claim {
            let (value, remark) = Self.claimFigure(claim)
            page.figure("The claim", value, remark: remark)
        }
        show(comparison.changes)
        for point in comparison.gainedPoints {
            page.item("Now said: \(point)", mark: "+", style: page.palette.good)
        }
        for point in comparison.lostPoints {
            page.item("No longer said: \(point)", mark: "-", style: page.palette.fair)
        }
    }

    /// What became of a vague claim, and whether that is better.
    static func claimFigure(_ claim: TakeComparison.ClaimChange) -> (value: String, remark: String) {
        let state = { $0 ? "concrete" : "vague" }
        let verdict = claim.isConcrete ? "(better)" : "(worse)"
        return (
            "\(state(claim.wasConcrete)) → \(state(claim.isConcrete))",
            claim.wasConcrete == claim.isConcrete ? "" : verdict
        )
    }

    func show(_ comparison: InterviewComparison, heading: String) {
        page.heading(heading)
        show(comparison.changes)
        if !comparison.sharedQuestions.isEmpty {
            page.heading("Questions of both")
            for question in comparison.sharedQuestions {
                page.item(
                    "\(text(question.before)) → \(text(question.after))  \(question.text)", mark: "·",
                    style: page.palette.dim)
            }
        }
        for remark in comparison.remarks { page.item(remark, mark: "!", style: page.palette.fair) }
    }

    private func show(_ changes: [TakeComparison.Change]) {
        for change in changes where change.before != nil || change.after != nil {
            let (before, after) = (text(change.before), text(change.after))
            // A difference that does not show is none.
            let verdict = before == after ? "" : change.isBetter.map { $0 ? "better" : "worse" } ?? ""
            page.figure(
                change.name.prefix(1).uppercased() + change.name.dropFirst(),
                "\(before) → \(after) \(change.unit)",
                remark: verdict.isEmpty ? "" : "(\(verdict))")
        }
    }

    private func text(_ value: Double?) -> String {
        value.map { TextLayout.number($0, places: abs($0) < 10 ? 1 : 0) } ?? "–"
    }
}
