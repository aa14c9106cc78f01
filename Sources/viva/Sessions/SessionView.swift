import Delivery
import Evaluation
import Interview
import Records
import Speech
import Vocabulary

/// Shows an interview that is kept, with the views that showed it while it was held.
struct SessionView {
    let page: Page
    let writing: WrittenText
    let people: InterviewPeople

    /// The whole interview: its summary, then each question with the words and the judgement of each take.
    func show(_ kept: KeptInterview, _ summary: InterviewSummary) {
        head(kept)
        if !kept.interview.turns.isEmpty { SummaryView(page: page).show(summary) }
        for turn in kept.interview.turns {
            show(turn, of: kept.interview)
            for take in turn.takes {
                title(take, of: turn)
                words(take)
                judgement(take)
            }
        }
        EvaluationView(page: page).showJudges(kept.interview.turns.compactMap { $0.finalTake?.evaluation })
        page.space()
    }

    /// One question with all that is known of each take: the words with their times, the delivery, the judgement, and what changed
    /// from take to take.
    func showWhole(_ turn: Turn, of kept: KeptInterview) {
        head(kept)
        show(turn, of: kept.interview)
        for (index, take) in turn.takes.enumerated() {
            title(take, of: turn)
            if let analysis = take.analysis {
                if take.corrections != nil { words(take) }
                TranscriptView(page: page, writing: writing).show(analysis)
                DeliveryView(page: page).show(analysis)
                TimelineView(page: page).show(analysis)
            } else {
                words(take)
            }
            judgement(take)
            if index > 0, let comparison = TakeComparison(from: turn.takes[index - 1], to: take) {
                ComparisonView(page: page).show(comparison)
            }
        }
        if let evaluation = turn.finalTake?.evaluation { EvaluationView(page: page).showJudges([evaluation]) }
        page.space()
    }

    private func head(_ kept: KeptInterview) {
        let interview = kept.interview
        let preferences = interview.plan.preferences
        let title = interview.details.title
        page.title("Interview \(kept.number)\(title.isEmpty ? "" : ": \(title)")")
        page.figure(interview.startedAt == nil ? "Planned for" : "Held", Moment.text(interview.heldAt))
        people.show(on: page)
        page.figure("Role", interview.role ?? "any")
        page.figure("Questions", "\(preferences.mix.rawValue), from level \(preferences.level.rawValue)")
        if let company = interview.details.company { page.figure("Company", company) }
        if let job = interview.details.jobDescription {
            page.figure("Job description", Self.beginning(of: job))
        }
        let answered = interview.turns.count { $0.followUp == nil && !$0.takes.isEmpty }
        page.figure(
            "State",
            "\(interview.state.words), \(answered) of \(interview.plan.questionCount) answered")
        page.figure("Id", interview.id)
        show(interview.review)
    }

    /// As much of a text as tells what it is, on one line; the JSON has all of it.
    private static func beginning(of text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count > shownCharacters ? "\(words.prefix(shownCharacters))…" : words
    }

    private static let shownCharacters = 240

    private func show(_ turn: Turn, of interview: Interview) {
        let planned = "Question \(turn.plannedNumber) of \(interview.plan.questionCount)"
        page.rule("Turn \(turn.number): \(turn.followUp == nil ? planned : "Follow-up")")
        page.paragraph(turn.text, style: page.palette.bold)
        page.paragraph(turn.reason, style: page.palette.dim)
        if turn.takes.isEmpty { page.paragraph("No answer was given.") }
    }

    private func title(_ take: Take, of turn: Turn) {
        let way: String
        switch take.source {
        case .spoken:
            let seconds = take.analysis?.delivery.durationSeconds
            way = "spoken" + (seconds.map { ", \(ClockTime($0))" } ?? "")
        case .typed: way = "typed"
        }
        let place = turn.takes.count > 1 ? "Take \(take.number) of \(turn.takes.count)" : "The answer"
        page.heading("\(place), \(way), \(Moment.text(take.receivedAt))")
    }

    /// What was said: as its speaker corrected it, and as it was heard.
    private func words(_ take: Take) {
        if let correction = take.corrections?.last {
            page.item(correction.text, mark: "Corrected:", style: page.palette.accent)
            page.item(Self.given(take, writing), mark: "Before:", style: page.palette.dim)
        } else {
            page.paragraph(Self.given(take, writing))
        }
        if let code = take.code {
            page.space()
            for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
                page.line("\(Page.indent)\(Page.indent)\(String(line))")
            }
        }
    }

    /// What was heard or typed.
    private static func given(_ take: Take, _ writing: WrittenText) -> String {
        switch take.source {
        case .typed(let text): return text
        case .spoken:
            guard let analysis = take.analysis else { return "It has not been heard yet." }
            let text = writing.text(of: analysis.transcript.segments)
            return text.isEmpty ? "No words were understood." : text
        }
    }

    private func judgement(_ take: Take) {
        if case .failed(let reason) = take.progress {
            page.item("The answer could not be analysed: \(reason)", mark: "!", style: page.palette.poor)
        }
        if let evaluation = take.evaluation { EvaluationView(page: page).show(evaluation) }
        if let heard = take.heardEvaluation?.overall, take.corrections != nil {
            page.figure("Before the correction", TextLayout.number(heard))
        }
        show(take.review)
    }

    /// What a person says about it.
    private func show(_ review: HumanReview?) {
        guard let review else { return }
        page.heading("A person's review")
        if let score = review.score { page.score("Score", score) }
        for (subject, text) in review.feedback.sorted(by: { $0.key < $1.key }) { page.figure(subject, text) }
        if let notes = review.notes { page.paragraph(notes) }
    }
}
