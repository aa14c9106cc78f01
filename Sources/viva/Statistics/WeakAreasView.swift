import Archive
import Evaluation
import Interview

/// Shows what answers score lowest in, and what to practise next.
struct WeakAreasView {
    let page: Page
    let archive: Archive

    /// So many areas of each sort are shown in short.
    private static let most = 5

    /// - Parameter isShort: whether only the weakest are shown.
    func show(_ areas: WeakAreas, _ suggestions: [PracticeSuggestion], isShort: Bool) {
        if !isShort, !areas.dimensions.isEmpty {
            page.heading("Sides of the answers, the weakest first")
            for side in areas.dimensions {
                page.score(
                    side.dimension.title, side.mean, remark: "of \(TextLayout.count(side.count, "answer"))")
            }
        }
        let shown = isShort ? Self.most : .max
        list("Subjects of questions, the weakest first", areas.categories, most: shown, "answer")
        list("Skills of interviews, the weakest first", areas.skills, most: shown, "interview")
        page.heading("What to practise next")
        guard !suggestions.isEmpty else { return showNothing(areas) }
        for suggestion in suggestions {
            page.item(
                "\(suggestion.area) (\(suggestion.sort.rawValue), \(TextLayout.number(suggestion.mean)) on average):",
                mark: "→", style: page.palette.accent)
            // On a line of its own, as `Page.next` has it where it is long.
            page.line("\(Page.indent)  \(suggestion.command)")
        }
    }

    private func list(_ heading: String, _ areas: [WeakAreas.Area], most: Int, _ noun: String) {
        guard !areas.isEmpty else { return }
        page.heading(heading)
        for area in areas.prefix(most) {
            page.score(area.name, area.mean, remark: "of \(TextLayout.count(area.count, noun))")
        }
        if areas.count > most {
            page.next("… \(areas.count - most) more:", command: archive.viva("stats areas"))
        }
    }

    /// Says why there is nothing to practise first.
    private func showNothing(_ areas: WeakAreas) {
        guard !areas.categories.isEmpty || !areas.skills.isEmpty else {
            return page.paragraph(
                "Nothing can be said yet: a subject or skill needs \(PracticeHistory.answersForArea) scores.")
        }
        page.paragraph(
            "No subject and no skill is weak, that is below \(TextLayout.number(PracticeHistory.weakAreaBelow)) on average."
        )
        page.next(
            "Hold an interview with questions that you have not had:",
            command: archive.viva("practice --microphone --level senior"))
    }
}
