/// How plainly questions are about some skills, 0...1 each. To read a question for that takes long, so each is read once for a whole
/// interview.
struct SkillShares: Sendable {
    private let count: Int
    private let sharesByID: [String: [Double]]

    /// Reads some questions; without skills none is read.
    init(_ skills: SkillSet, of questions: [Question]) {
        count = skills.skills.count
        guard !skills.isEmpty else {
            sharesByID = [:]
            return
        }
        let matcher = SkillMatcher(skills.skills.map(\.skill))
        sharesByID = Dictionary(
            questions.map { ($0.id, matcher.shares(of: $0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The shares of a question, in the order of the skills; none of one that was not read.
    func shares(of question: Question) -> [Double] {
        sharesByID[question.id] ?? [Double](repeating: 0, count: count)
    }

    /// Whether a question is about any of the skills.
    func isAboutAny(_ question: Question) -> Bool { shares(of: question).contains { $0 > 0 } }
}
