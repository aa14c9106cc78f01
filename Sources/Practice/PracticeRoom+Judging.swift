import Archive
import Audio
import Delivery
public import Interview

/// Hearing and judging an answer that was taken.
extension PracticeRoom {
    /// Hears and judges the answer that was taken. A failure is noted in the take, with the answer kept, and
    /// `retryAnalysis` tries again.
    ///
    /// - Throws: `InterviewError` when there is no answer to judge, `ArchiveError` when the step cannot be saved,
    ///   `CancellationError` when the task was cancelled.
    public func judge(
        onEvent: @Sendable (AnswerAnalyzer.Event) -> Void = { _ in }
    ) async throws -> Take? {
        guard interview.phase == .analysing, let turn = interview.current, let take = turn.takes.last else {
            throw InterviewError.notNow(event: "a judgement", phase: interview.phase.description)
        }
        let progress = try await progress(of: take, to: turn, onEvent: onEvent)
        // Meanwhile somebody else may have judged this answer, and another one may be waiting.
        guard interview.phase == .analysing, interview.current == turn else {
            throw InterviewError.notNow(event: "a judgement", phase: interview.phase.description)
        }
        switch progress {
        case .judged(let analysis, let evaluation): try await advance(.judged(analysis, evaluation))
        case .failed(let reason): try await advance(.analysisFailed(reason: reason))
        case .received: break
        }
        return interview.current?.takes.last
    }

    /// Hears and judges the answers that were set aside for others, and that nobody has judged.
    ///
    /// - Throws: `ArchiveError` when a step cannot be saved, `CancellationError` when the task was cancelled.
    public func judgeWaiting() async throws {
        if interview.phase == .analysing { _ = try await judge() }
        for turn in interview.turns {
            for take in turn.takes where take.isWaiting {
                let progress = try await progress(of: take, to: turn)
                try await change { (interview) throws(InterviewError) in
                    try interview.judge(turn: turn.number, take: take.number, as: progress)
                }
            }
        }
    }

    /// What becomes of an answer.
    private func progress(
        of take: Take, to turn: Turn, onEvent: (AnswerAnalyzer.Event) -> Void = { _ in }
    ) async throws -> Take.Progress {
        do {
            let progress = try await turn.judgement(
                of: take, heard: analysis(of: take, to: turn, onEvent: onEvent), by: equipment.judge)
            // A judge that was stopped hands the work to a lesser one, which says nothing about the answer either.
            try Task.checkCancellation()
            return progress
        } catch let error as CancellationError {
            throw error
        } catch let error as ArchiveError {
            throw error
        } catch {
            // Whatever a cancelled analysis failed with says nothing about the answer.
            if Task.isCancelled || error as? AudioError == .cancelled { throw CancellationError() }
            return .failed(reason: equipment.failureReason(error))
        }
    }

    private func analysis(
        of take: Take, to turn: Turn, onEvent: (AnswerAnalyzer.Event) -> Void
    ) async throws -> AnswerAnalysis? {
        guard case .spoken(let name) = take.source else { return nil }
        if let heardLive, heardLive.recording == name {
            self.heardLive = nil
            return heardLive.analysis
        }
        let file = try await AudioFile.open(.file(path: desk.file(name)))
        await expectAnswer(to: turn)
        return try await AnswerAnalyzer(recognizers: equipment.recognizers.all())
            .analyze(file.buffers(), onEvent: onEvent)
    }
}
