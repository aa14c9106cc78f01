import Speech

/// An interview as the bench of the records draws it: figures alone, the same in every run.
struct DrawnInterview {
    /// A question of it with the figures of its last answer.
    struct Answer {
        /// Which question, from 0.
        var question: Int
        /// The number of the place in the interview, from 1.
        var number: Int
        /// Whether it follows up on the answer before.
        var isFollowUp: Bool
        /// The score, 0...100; `nil` where it could not be judged.
        var score: Double?
        /// The scores of the sides, 0...100, in their order.
        var dimensions: [Double]
        /// Whether there was an earlier attempt.
        var isSecondTake: Bool
        /// Whether a person should look at it.
        var waits: Bool
    }

    /// The questions that there are, and those of a bank.
    static let questionCount = 400
    static let questionsOfBank = 50
    static let candidateCount = 500
    static let interviewerCount = 40
    static let organizationCount = 8
    static let templateCount = 30
    static let categories = [
        "caching", "databases", "teamwork", "networks", "testing", "design", "security", "motives",
    ]
    static let roles = [
        "Backend Developer", "Frontend Developer", "Data Engineer", "DevOps Engineer", "Tester",
    ]
    static let skills = [
        "go", "swift", "kubernetes", "sql", "python", "react", "linux", "kafka", "aws", "java",
    ]
    static let kinds = ["technical", "behavioural", "mixed", "job", "coding"]
    static let levels = ["junior", "mid", "senior", "expert"]
    static let tags = ["onboarding", "autumn", "retry", "team-a", "team-b"]
    /// The first moment, and how long the interviews go on, in seconds: two years.
    static let beginSeconds = 1_700_000_000
    static let spanSeconds = 730 * 86_400

    var state: String
    var heldAtSeconds: Int
    var seconds: Double?
    var candidate: Int
    var interviewer: Int?
    var organization: Int?
    var template: Int?
    var role: String?
    var kind: String
    var level: String
    var judging: String
    var skills: [String]
    var tag: String?
    var answers: [Answer]

    init(using random: inout SplitMix64, answers count: Int) {
        func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }
        func drawn(_ names: [String]) -> String { names[Int.random(in: 0..<names.count, using: &random)] }
        let fate = Double.random(in: 0..<1, using: &random)
        state =
            switch fate {
            case ..<0.05: "scheduled"
            case ..<0.09: "cancelled"
            case ..<0.12: "noShow"
            case ..<0.16: "abandoned"
            case ..<0.2: "inProgress"
            default: "completed"
            }
        heldAtSeconds = Self.beginSeconds + Int.random(in: 0..<Self.spanSeconds, using: &random)
        seconds = state == "completed" ? Double.random(in: 300...3600, using: &random) : nil
        candidate = Int.random(in: 0..<Self.candidateCount, using: &random)
        interviewer = chance(0.6) ? Int.random(in: 0..<Self.interviewerCount, using: &random) : nil
        organization = chance(0.7) ? Int.random(in: 0..<Self.organizationCount, using: &random) : nil
        template = chance(0.4) ? Int.random(in: 0..<Self.templateCount, using: &random) : nil
        role = chance(0.9) ? drawn(Self.roles) : nil
        kind = drawn(Self.kinds)
        level = drawn(Self.levels)
        judging = chance(0.7) ? "offline" : "languageModel"
        skills = Array(Self.skills.shuffled(using: &random).prefix(Int.random(in: 0...4, using: &random)))
        tag = chance(0.3) ? drawn(Self.tags) : nil
        let ability = Double.random(in: -20...20, using: &random)
        answers = []
        guard fate >= 0.12 else { return }
        var asked: Set<Int> = []
        for number in 1...max(1, count) {
            let isFollowUp = number > 1 && chance(0.15)
            var question = answers.last?.question ?? 0
            if !isFollowUp {
                repeat {
                    question = Int.random(in: 0..<Self.questionCount, using: &random)
                } while !asked.insert(question).inserted
            }
            let difficulty = Double(question % 25)
            let score = min(max(72 - difficulty + ability + .random(in: -15...15, using: &random), 0), 100)
            answers.append(
                Answer(
                    question: question, number: number, isFollowUp: isFollowUp,
                    score: chance(0.05) ? nil : score,
                    dimensions: (0..<5).map { _ in
                        min(max(score + .random(in: -15...15, using: &random), 0), 100)
                    }, isSecondTake: chance(0.1), waits: chance(0.05)))
        }
    }

    /// The mean of the scores, 0...100.
    var overall: Double? {
        let scores = answers.compactMap(\.score)
        return scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    }
}
