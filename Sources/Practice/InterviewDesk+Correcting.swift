public import Archive
public import Evaluation
public import FoundationEssentials
public import Interview

extension InterviewDesk {
    /// Takes in what the speaker of an answer says that was said, and has it judged. What was heard stays beside it.
    ///
    /// - Throws: `InterviewError` before the interview was begun, or while the answer is being heard; `ArchiveError`,
    ///   `CancellationError`.
    public func correct(
        _ take: Take, of turn: Turn, as words: String, by judge: any Judge, at date: Date
    ) async throws {
        let evaluation = await judge.evaluate(JudgedAnswer(take, correctedAs: words), against: turn.rubric)
        try Task.checkCancellation()
        var changed = interview
        try changed.correct(
            turn: turn.number, take: take.number,
            with: TranscriptCorrection(text: words, date: date, evaluation: evaluation))
        try await keep(changed)
    }
}
