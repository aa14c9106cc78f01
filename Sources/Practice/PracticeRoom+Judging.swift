import Archive
import Audio
import Delivery
import Evaluation
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
        guard interview.phase == .analysing, let turn = interview.current, let take = turn.finalTake else {
            throw InterviewError.notNow(event: "a judgement", phase: interview.phase.description)
        }
        do {
            var analysis = try await analysis(of: take, to: turn, onEvent: onEvent)
            analysis?.delivery.compare(expectedSeconds: turn.rubric.expectedDurationSeconds)
            let evaluation = await equipment.judge.evaluate(
                JudgedAnswer(take, analysis: analysis), against: turn.rubric)
            // A judge may take long, and give up when the task is cancelled: then the answer is judged another time.
            try Task.checkCancellation()
            // Meanwhile somebody else may have judged this answer, and another one may be waiting.
            guard interview.phase == .analysing, interview.current == turn else {
                throw InterviewError.notNow(event: "a judgement", phase: interview.phase.description)
            }
            try await advance(.judged(analysis, evaluation))
        } catch let error as CancellationError {
            throw error
        } catch let error as ArchiveError {
            throw error
        } catch let error as InterviewError {
            throw error
        } catch {
            // Whatever a cancelled analysis failed with says nothing about the answer.
            if Task.isCancelled || error as? AudioError == .cancelled { throw CancellationError() }
            try await advance(.analysisFailed(reason: "\(error)"))
        }
        return interview.current?.finalTake
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
