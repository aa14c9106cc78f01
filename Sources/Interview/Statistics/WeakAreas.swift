/// What answers score lowest in. Follow-ups do not count.
public struct WeakAreas: Sendable, Hashable, Codable {
    /// The mean score of one subject or skill.
    public struct Area: Sendable, Hashable, Codable {
        /// The subject, or the skill in small letters.
        public var name: String
        /// The mean score, 0...100.
        public var mean: Double
        /// How many scores it is the mean of: answers of a subject, completed interviews with a skill.
        public var count: Int

        /// The mean of so many scores.
        public init(name: String, mean: Double, count: Int) {
            self.name = name
            self.mean = mean
            self.count = count
        }

        /// Whether it is an area to work on (`PracticeHistory.weakAreaBelow`).
        public var isWeak: Bool { mean < PracticeHistory.weakAreaBelow }
    }

    /// The sides of the answers, the lowest mean first.
    public var dimensions: [DimensionAverage]
    /// The subjects of the questions with at least `PracticeHistory.answersForArea` scores, the lowest mean first, else by name.
    public var categories: [Area]
    /// The skills of the interviews with at least `PracticeHistory.answersForArea` scores, the lowest mean first, else by name.
    public var skills: [Area]

    /// Areas in any order and of any size, put in order; subjects and skills with too few scores are left out.
    public init(dimensions: [DimensionAverage], categories: [Area], skills: [Area]) {
        self.dimensions = dimensions.enumerated()
            .sorted { ($0.element.mean, $0.offset) < ($1.element.mean, $1.offset) }.map(\.element)
        self.categories = Self.ordered(categories)
        self.skills = Self.ordered(skills)
    }

    private static func ordered(_ areas: [Area]) -> [Area] {
        areas.filter { $0.count >= PracticeHistory.answersForArea }
            .sorted { ($0.mean, $0.name) < ($1.mean, $1.name) }
    }
}
