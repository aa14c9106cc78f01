package import Evaluation
package import Interview

/// A question for tests; what a test does not care about is filled in.
package func testQuestion(
    _ id: String, _ text: String = "Why?", kind: QuestionKind = .technical, category: String = "any",
    level: QuestionLevel = .mid, roles: [String] = [], points: [KeyPoint] = [], tags: [String] = []
) -> Question {
    Question(
        id: id, text: text, kind: kind, category: category, level: level, roles: roles, keyPoints: points,
        tags: tags)
}
