public import Chat
public import Evaluation
public import Interview
import Speech

/// Has a language model write questions about skills and roles that a bank has little about.
///
/// ```swift
/// let writer = QuestionWriter(model: model, judge: RubricEvaluator())
/// let wish = QuestionWish(TemplateSubject(.skill, "Kafka"), kinds: [.technical], levels: [.mid], count: 2)
/// let written = await writer.questions(for: [wish], besides: bank.questions)
/// ```
///
/// Every question is checked: its parts and their lengths, that it is new, and that the offline judge gives its sample answer
/// a fair score. What is wrong is told to the model once; what is wrong still is left out.
public struct QuestionWriter: Sendable {
    /// The most questions of one request: more make the answers of small models worse, and are cut off.
    public static let limitPerRequest = 2
    /// How long all requests together may take by default; no further one begins then.
    public static let limit = Duration.seconds(240)
    /// How long one answer may take: several times what an answer of a judge does.
    private static let answerLimit = Duration.seconds(120)
    /// The longest answer for one question, in tokens.
    private static let limitTokens = 2000

    private let model: ChatModel
    private let judge: RubricEvaluator
    private let limit: Duration

    /// A writer who asks `model`, and `judge` what a sample answer is worth, for `limit` at the longest.
    public init(model: ChatModel, judge: RubricEvaluator, limit: Duration = Self.limit) {
        self.model = model
        self.judge = judge
        self.limit = limit
    }

    /// The model and the host, for example `llama3.1 at localhost`.
    public var name: String { model.name }

    /// The questions for each wish, in the order of the wishes. When the model cannot be asked, or time is up, the wishes
    /// that are left go without.
    ///
    /// - Parameters:
    ///   - known: Questions that must not come again, such as those of a bank.
    ///   - onWish: Called before a wish is worked on.
    public func questions(
        for wishes: [QuestionWish], besides known: [Question], onWish: (QuestionWish) -> Void = { _ in }
    ) async -> [WrittenQuestions] {
        let end = ContinuousClock.now + limit
        var all: [WrittenQuestions] = []
        var away: String?
        for wish in wishes {
            if away == nil { onWish(wish) }
            var written = WrittenQuestions(wish: wish, questions: [], reason: away)
            var asked = 0
            while away == nil, asked < wish.count {
                let before = all.flatMap(\.questions) + written.questions
                let count = min(wish.count - asked, Self.limitPerRequest)
                asked += count
                do throws(Stop) {
                    let part = try await part(wish, count: count, known: known, before: before, end: end)
                    written.questions += part.questions
                    written.reason = part.reason ?? written.reason
                    // A model that wrote nothing usable, although it was told what is wrong, would not the next time.
                    if part.questions.isEmpty { break }
                } catch {
                    written.reason = error.reason
                    away = error.reason
                }
            }
            all.append(written)
        }
        return all
    }

    /// That the model is not asked any more.
    private struct Stop: Error {
        var reason: String
    }

    /// Some questions, after at most one repair, and why there are not more.
    private func part(
        _ wish: QuestionWish, count: Int, known: [Question], before: [Question], end: ContinuousClock.Instant
    ) async throws(Stop) -> (questions: [Question], reason: String?) {
        let asked = wish.subject.named(in: known) + before
        let prompt = QuestionPrompt(wish: wish, count: count, asked: asked.map(\.text))
        let reader = QuestionReader(wish: wish, model: model.name, judge: judge, known: known + before)
        let first: String
        switch try await send(prompt.messages, prompt, end) {
        case .success(let text): first = text
        case .failure(let error): return ([], "\(error)")
        }
        let (good, faults) = reader.read(first, count: count)
        guard good.count < count else { return (good, nil) }
        let missing = count - good.count
        let repair =
            prompt.messages
            + prompt.repair(of: first, faults: VerdictFaults(texts: faults), missing: missing)
        let second: String
        // A repair that cannot be had costs nothing of what is good.
        do throws(Stop) {
            switch try await send(repair, prompt, end) {
            case .success(let text): second = text
            case .failure(let error): return (good, "\(error)")
            }
        } catch {
            guard !good.isEmpty else { throw error }
            return (good, error.reason)
        }
        let mender = QuestionReader(
            wish: wish, model: model.name, judge: judge, known: known + before + good)
        let (mended, left) = mender.read(second, count: missing)
        let reason =
            mended.count < missing
            ? "what it wrote could not be used twice: \(VerdictFaults(texts: left).summary)." : nil
        return (good + mended, reason)
    }

    /// The model's answer, or why it gave none to this request.
    ///
    /// - Throws: `Stop` when it would give none to another one either, or time is up.
    private func send(
        _ messages: [ChatMessage], _ prompt: QuestionPrompt, _ end: ContinuousClock.Instant
    ) async throws(Stop) -> Result<String, ChatError> {
        let left = end - .now
        guard left > .zero else {
            throw Stop(reason: "the \(limit.components.seconds) s that it may take were over.")
        }
        let request = ChatRequest(
            messages, schema: prompt.schema, maxTokens: Self.limitTokens * prompt.count,
            answerLimit: min(left, Self.answerLimit))
        do throws(ChatError) {
            return .success(try await model.send(request))
        } catch {
            switch error {
            case .cutOff, .filtered, .declined, .unreadable: return .failure(error)
            default: throw Stop(reason: "\(error)")
            }
        }
    }
}
