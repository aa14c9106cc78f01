import Archive
import Delivery
import Evaluation
import Interview
import Practice
import Records

/// Leads a candidate through an interview in the terminal.
struct InterviewRun {
    let room: PracticeRoom
    let archive: Archive
    let source: any AnswerSource
    let page: Page
    let ear: InterviewEar
    let sound: SoundOptions
    let common: CommonOptions
    let resumeCommand: ResumeCommand

    /// Asks, hears and shows until the plan is done, the answers run out or the candidate ends it.
    func run() async throws -> InterviewSummary {
        let plan = await room.interview.plan
        if await room.interview.details.mode == .real {
            common.note("For real: no hints, no sample answers, and one attempt at each question.")
        }
        questions: while let turn = try await room.ask() {
            show(turn, of: plan.questionCount)
            if await room.interview.phase == .listening, !sound.silent, let recording = turn.recording {
                await Playback(common: common).play(recording, of: room)
            }
            attempts: while true {
                if await room.interview.phase == .listening {
                    guard try await source.answer(turn, in: room) else { break questions }
                }
                guard let take = try await judge() else { break attempts }
                if case .failed(let reason) = take.progress { try tell(reason) }
                try await show(take)
                switch try await source.decide(after: take, in: room) {
                case .goOn: break attempts
                case .end: break questions
                case .tryAgain: try await room.tryAgain()
                }
            }
        }
        return try await end()
    }

    /// An answer that cannot be analysed is kept. Where nobody can choose, it stops the run, not the interview: what
    /// stands in the way may be mended.
    private func tell(_ reason: String) throws {
        let text = "The answer could not be analysed: \(reason) It is kept."
        guard StandardInput.isInteractive else {
            throw CommandFailure(.failure, "\(text) Try again with: \(resumeCommand)")
        }
        page.item(text, mark: "!", style: page.palette.poor)
    }

    /// Ends the interview. One that has no answer yet stays open, so that it can be gone on with.
    private func end() async throws -> InterviewSummary {
        let interview = await room.interview
        guard interview.turns.contains(where: { !$0.takes.isEmpty }) else {
            throw CommandFailure(
                .noInput,
                "No answer was given. Go on with: \(resumeCommand)")
        }
        await source.finish()
        try await room.judgeWaiting()
        let summary = try await room.finish(
            resources: resources(), earlierScores: await earlierScores(interview))
        SummaryView(page: page).show(summary)
        EvaluationView(page: page).showJudges(interview.turns.compactMap { $0.finalTake?.evaluation })
        return summary
    }

    /// What there is to study. An interview is summed up without it where the list is missing or wrong.
    private func resources() -> [StudyResource] {
        do { return try Resources.load() } catch {
            notice("Nothing to study can be named: \(error)")
            return []
        }
    }

    /// The mean scores of the interviews before this one that were judged in the same way, where interviews are kept.
    private func earlierScores(_ interview: Interview) async -> [Double] {
        do { return try await archive.earlierScores(than: interview) } catch {
            notice("Earlier interviews are not compared: \(error)")
            return []
        }
    }

    private func notice(_ text: String) {
        if !common.quiet { Terminal.log.print("viva: \(text)") }
    }

    private func show(_ turn: Turn, of count: Int) {
        let label = turn.followUp == nil ? "Question \(turn.plannedNumber) of \(count)" : "Follow-up"
        page.rule(label)
        page.paragraph(turn.reason, style: page.palette.dim)
        page.space()
        page.paragraph(turn.text, style: page.palette.bold)
        page.space()
    }

    private func judge() async throws -> Take? {
        let bar = ProgressLine(label: "  Listening", isWanted: !common.quiet)
        defer { bar.clear() }
        return try await room.judge { bar.show($0) }
    }

    private func show(_ take: Take) async throws {
        switch take.progress {
        case .received, .failed: break
        case .judged(let analysis, let evaluation):
            if let analysis {
                let writing = try await ear.writtenText()
                TranscriptView(page: page, writing: writing).show(analysis)
                let history = await room.interview.earlierDelivery
                DeliveryView(page: page).show(analysis, history: history)
            }
            EvaluationView(page: page).show(evaluation)
            if let remark = await room.interview.current?.helpRemark(take: take.number) {
                page.paragraph(remark, style: page.palette.dim)
            }
            if let comparison = await room.comparison { ComparisonView(page: page).show(comparison) }
        }
    }
}
