import Audio
import Delivery
import Evaluation
import Interview
import Practice
import Speech

/// Leads a candidate through an interview in the terminal.
struct InterviewRun {
    let room: PracticeRoom
    let source: any AnswerSource
    let page: Page
    let sound: SoundOptions
    let common: CommonOptions

    /// Asks, hears and shows until the plan is done, the answers run out or the candidate ends it.
    func run() async throws -> InterviewSummary {
        let plan = await room.interview.plan
        questions: while let turn = try await room.ask() {
            show(turn, of: plan.questionCount)
            if await room.interview.phase == .listening { await play(turn) }
            attempts: while true {
                if await room.interview.phase == .listening {
                    guard try await source.answer(turn, in: room) else { break questions }
                }
                guard let take = try await judge() else { break attempts }
                if case .failed(let reason) = take.progress { throw unanalysed(reason) }
                await show(take)
                switch await source.decide(after: take) {
                case .goOn: break attempts
                case .end: break questions
                case .tryAgain: try await room.tryAgain()
                }
            }
        }
        return try await end()
    }

    /// An answer that cannot be analysed stops the run, not the interview: what stands in the way may be mended.
    private func unanalysed(_ reason: String) -> CommandFailure {
        CommandFailure(
            .failure,
            "The answer could not be analysed: \(reason) It is kept. Try again with: viva practice --resume "
                + "--session \(Places.short(room.path))")
    }

    /// Ends the interview. One that has no answer yet stays open, so that it can be gone on with.
    private func end() async throws -> InterviewSummary {
        let interview = await room.interview
        guard interview.turns.contains(where: { !$0.takes.isEmpty }) else {
            throw CommandFailure(
                .noInput,
                "No answer was given. Go on with: viva practice --resume --session \(Places.short(room.path))"
            )
        }
        let summary = try await room.finish()
        SummaryView(page: page).show(summary)
        EvaluationView(page: page).showJudges(interview.turns.compactMap { $0.finalTake?.evaluation })
        return summary
    }

    private func show(_ turn: Turn, of count: Int) {
        let label = turn.followUp == nil ? "Question \(turn.plannedNumber) of \(count)" : "Follow-up"
        page.rule(label)
        page.paragraph(turn.reason, dim: true)
        page.space()
        page.paragraph(page.palette.bold(turn.text))
        if let recording = turn.recording {
            page.paragraph("Spoken: \(Places.short(room.path))/\(recording)", dim: true)
        }
        page.space()
    }

    /// Plays the question where there is a speaker. Not hearing it is no reason to stop: it is on the screen.
    private func play(_ turn: Turn) async {
        guard !sound.silent, let recording = turn.recording else { return }
        let speaker = Speaker()
        guard await speaker.isAvailable else { return }
        do {
            let file = try await AudioFile.open(.file(path: room.path + "/" + recording))
            var samples: [Float] = []
            for try await buffer in try file.buffers() { samples += buffer.samples }
            try await speaker.play(samples, sampleRateHz: AudioBuffer.sampleRateHz)
        } catch {
            common.note("viva: the question could not be played: \(error)")
        }
    }

    private func judge() async throws -> Take? {
        let bar = ProgressLine(label: "  Listening", isWanted: !common.quiet)
        defer { bar.clear() }
        return try await room.judge { bar.show($0) }
    }

    private func show(_ take: Take) async {
        switch take.progress {
        case .received, .failed: break
        case .judged(let analysis, let evaluation):
            if let analysis {
                TranscriptView(page: page).show(analysis.transcript)
                DeliveryView(page: page).show(analysis)
            }
            EvaluationView(page: page).show(evaluation)
            if let comparison = await room.comparison { ComparisonView(page: page).show(comparison) }
        }
    }
}
