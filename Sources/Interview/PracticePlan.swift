/// What to do after an interview, one step a day, the most useful first.
public struct PracticePlan: Sendable, Hashable, Codable {
    /// What to do on one day.
    public struct Step: Sendable, Hashable, Codable {
        /// The day, 1 for the first.
        public var day: Int
        /// What to do, as one or two sentences.
        public var task: String
        /// The questions to answer again.
        public var questionIDs: [String]
        /// The categories of questions to practise or to read about; topics of other sorts are not among them.
        public var categories: [String]
        /// Expected points to say this time, as sentences.
        public var points: [String]
        /// About how long it takes, in minutes.
        public var minutes: Int

        /// A step of a day.
        public init(
            day: Int, task: String, questionIDs: [String] = [], categories: [String] = [],
            points: [String] = [], minutes: Int
        ) {
            self.day = day
            self.task = task
            self.questionIDs = questionIDs
            self.categories = categories
            self.points = points
            self.minutes = minutes
        }
    }

    /// The steps in the order of their days; empty when no question was put.
    public var steps: [Step]

    /// A plan of some steps.
    public init(steps: [Step]) { self.steps = steps }

    /// How long all of it takes, in minutes.
    public var minutes: Int { steps.reduce(0) { $0 + $1.minutes } }
}
