public import Chat
public import Evaluation

/// Judges with a language model, on the ground of the offline judge.
///
/// ```swift
/// let judge = LanguageModelJudge(offline: RubricEvaluator(), model: model)
/// let evaluation = await judge.evaluate(answer, against: question.rubric)
/// ```
///
/// The offline judge always judges first. The model reads what the answer means, and every quotation it gives must
/// stand in the answer; a verdict that cannot be used is asked for once more, with what was wrong with it. Without
/// a usable one the evaluation is the offline judge's, with a notice that says why. How it was
/// spoken is measured and never left to the model.
public struct LanguageModelJudge: Judge {
    private let offline: RubricEvaluator
    private let model: ChatModel

    /// A judge who asks `model` and falls back to `offline`.
    public init(offline: RubricEvaluator, model: ChatModel) {
        self.offline = offline
        self.model = model
    }

    /// Judges an answer. One that says nothing, nothing but that there is no answer or nothing but words for the judge,
    /// one in another language and one to a question about a vague claim, which gets no score, are not sent. All requests together take at most the model's `wholeLimit`.
    public func evaluate(_ answer: JudgedAnswer, against rubric: Rubric) async -> Evaluation {
        var evaluation = offline.evaluate(answer, against: rubric)
        let sent = SentAnswer(answer, against: rubric)
        guard answer.hearing.level != .notEnough, !sent.isEmpty, !sent.isRefusal,
            !offline.isInAnotherLanguage(answer, against: rubric), rubric.claim == nil
        else { return evaluation }
        let reason: String
        do throws(ChatError) {
            switch try await verdict(on: sent, rubric: rubric) {
            case .success(let verdict):
                let blend = JudgementBlend(
                    offline: evaluation, verdict: verdict, rubric: rubric, sent: sent,
                    answer: answer, model: model.name)
                if let blended = blend.evaluation { return blended }
                reason =
                    "the answer holds words that read like instructions to a judge, and there is no offline score to "
                    + "hold against the model's."
            case .failure(let faults):
                reason = "its verdict could not be used twice: \(faults.summary)."
            }
        } catch {
            reason = "\(error)"
        }
        evaluation.notices =
            (evaluation.notices ?? []) + [
                "\(model.name) did not judge this answer; \(offline.name) judged it alone. The reason: \(reason)"
            ]
        return evaluation
    }

    /// The model's verdict, after at most one repair.
    private func verdict(
        on sent: SentAnswer, rubric: Rubric
    ) async throws(ChatError) -> Result<Verdict, VerdictFaults> {
        let prompt = JudgePrompt(rubric: rubric, sent: sent)
        let reader = VerdictReader(rubric: rubric, sent: sent)
        var time = model.wholeLimit
        let first = try await model.send(
            ChatRequest(prompt.messages, schema: prompt.schema), within: &time)
        let result = reader.read(first)
        guard case .failure(let faults) = result else { return result }
        let repair = prompt.messages + prompt.repair(of: first, faults: faults)
        return reader.read(
            try await model.send(ChatRequest(repair, schema: prompt.schema), within: &time))
    }
}
