import Evaluation
import FoundationEssentials

/// What somebody answered in earlier interviews, as far as the choice of questions follows from it.
///
/// It is settled when an interview begins and kept in its plan, so that an interview that was broken off goes on as it
/// would have done.
public struct PracticeHistory: Sendable, Hashable, Codable {
    /// A question that was answered, with its newest answer.
    public struct Past: Sendable, Hashable, Codable {
        /// The question's name.
        public var id: String
        /// Its subject then.
        public var category: String
        /// The overall score of the newest answer, 0...100; `nil` when it has none.
        public var overall: Double?
        /// How many other questions were answered since.
        public var questionsSince: Int

        /// A question that was answered.
        public init(id: String, category: String, overall: Double?, questionsSince: Int) {
            self.id = id
            self.category = category
            self.overall = overall
            self.questionsSince = questionsSince
        }
    }

    /// A subject with the mean of what is known of it.
    public struct Area: Sendable, Hashable {
        /// The subject.
        public var category: String
        /// The mean score of the newest answers to its questions, 0...100.
        public var mean: Double
    }

    /// The most questions that are kept; the oldest are left out.
    public static let limit = 200
    /// The score below which a question comes back.
    public static let weakBelow = 55.0
    /// How many other questions lie at least between a question and its return.
    public static let questionsBetween = 5
    /// The mean below which a subject is an area to work on.
    public static let weakAreaBelow = 70.0
    /// How many answers a subject needs before anything is said of it.
    public static let answersForArea = 2

    /// The questions, the one that was answered last first.
    public let questions: [Past]

    /// Nothing.
    public init() { questions = [] }

    /// What interviews hold, in any order. Follow-ups and questions without an answer do not count.
    public init(of interviews: [Interview]) {
        let newestFirst = interviews.sorted { ($1.heldAt, $1.id) < ($0.heldAt, $0.id) }
        self.init(
            answers: newestFirst.flatMap { interview in
                interview.turns.reversed().compactMap { turn in
                    guard turn.followUp == nil, let take = turn.finalTake else { return nil }
                    return (turn.question, take.score)
                }
            })
    }

    /// What answers hold that are given with the newest first.
    init(answers: [(question: Question, overall: Double?)]) {
        var seen: Set<String> = []
        var questions: [Past] = []
        for (since, answer) in answers.enumerated() where seen.insert(answer.question.id).inserted {
            questions.append(
                Past(
                    id: answer.question.id, category: answer.question.category,
                    overall: answer.overall.flatMap { $0.isFinite ? min(max($0, 0), 100) : nil },
                    questionsSince: since))
            if questions.count == Self.limit { break }
        }
        self.questions = questions
    }

    /// Whether nothing is known.
    public var isEmpty: Bool { questions.isEmpty }

    /// The subjects to work on, the weakest first, else by name.
    public var weakAreas: [Area] {
        let scored = questions.filter { $0.overall != nil }
        return Dictionary(grouping: scored, by: \.category).compactMap { category, answers in
            guard answers.count >= Self.answersForArea else { return nil }
            // Summed in the order of the answers, so that the last digit is the same every time.
            let mean = answers.reduce(0) { $0 + ($1.overall ?? 0) } / Double(answers.count)
            return mean < Self.weakAreaBelow ? Area(category: category, mean: mean) : nil
        }.sorted { ($0.mean, $0.category) < ($1.mean, $1.category) }
    }

    /// The questions whose answer was weak and that may come back after `asked` questions of this interview.
    public func due(after asked: Int) -> [Past] {
        questions.filter { past in
            past.overall.map { $0 < Self.weakBelow } ?? false
                && past.questionsSince + asked >= Self.questionsBetween
        }
    }
}
