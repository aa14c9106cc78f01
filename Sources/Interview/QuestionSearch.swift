import Evaluation
import Language

/// Finds questions by words.
///
/// ```swift
/// QuestionSearch("slow queries").results(in: bank.questions).first?.question.id
/// ```
public struct QuestionSearch: Sendable, Hashable {
    /// A question found.
    public struct Result: Sendable, Hashable {
        /// The question.
        public var question: Question
        /// How well it fits, above 0: the sum over the words of what the best place of each is worth (4 in the question's
        /// text, 3 in a tag, 2 in the statement of a key point, 1 in another way to say one).
        public var score: Int

        /// A question with its score.
        public init(question: Question, score: Int) {
            self.question = question
            self.score = score
        }
    }

    private let stems: Set<String>

    /// A search for questions that hold all words of a text, in whatever form. Words without content, such as "the",
    /// are looked for only where there are no others.
    public init(_ words: String) { stems = TextStems(words).telling }

    /// Whether there is no word to look for.
    public var isEmpty: Bool { stems.isEmpty }

    /// The questions that hold all words, best first; of equally good ones the earlier first.
    public func results(in questions: [Question]) -> [Result] {
        guard !isEmpty else { return [] }
        return questions.enumerated()
            .compactMap { place, question in
                score(of: question).map { (place, Result(question: question, score: $0)) }
            }
            .sorted { ($1.1.score, $0.0) < ($0.1.score, $1.0) }
            .map(\.1)
    }

    /// How well a question fits; `nil` when it lacks a word.
    private func score(of question: Question) -> Int? {
        let variants = question.keyPoints.flatMap(\.variants).filter { !Rubric.storyMoves.contains($0) }
        let places: [(worth: Int, texts: [String])] = [
            (4, [question.text]), (3, question.tags), (2, question.keyPoints.map(\.statement)), (1, variants),
        ]
        var missing = stems
        var score = 0
        for place in places where !missing.isEmpty {
            let found = Self.found(missing, in: place.texts)
            score += place.worth * found.count
            missing.subtract(found)
        }
        return missing.isEmpty ? score : nil
    }

    /// Those of some stems that texts hold. Only words that begin like one are reduced to their stem, which takes most
    /// of the time; a stem keeps the first letter of its word.
    private static func found(_ stems: Set<String>, in texts: [String]) -> Set<String> {
        let initials = Set(stems.compactMap(\.first))
        var found: Set<String> = []
        for token in texts.flatMap({ Tokenizer.tokens(in: $0) }) {
            guard let initial = token.text.first, initials.contains(initial) else { continue }
            let stem = Stemmer.stem(token.text)
            if stems.contains(stem) { found.insert(stem) }
        }
        return found
    }
}
