public import Evaluation

/// Interviews in figures. Scores and lengths are those of completed interviews; the rest counts all.
public struct InterviewStatistics: Sendable, Hashable, Codable {
    /// How many interviews are in a state.
    public struct StateCount: Sendable, Hashable, Codable {
        /// The state.
        public var state: InterviewState
        /// How many interviews.
        public var interviews: Int

        /// So many interviews in a state.
        public init(state: InterviewState, interviews: Int) {
            self.state = state
            self.interviews = interviews
        }
    }

    /// How many completed interviews have a label.
    public struct LabelCount: Sendable, Hashable, Codable {
        /// The label.
        public var label: PerformanceLabel
        /// How many interviews.
        public var interviews: Int

        /// So many interviews with a label.
        public init(label: PerformanceLabel, interviews: Int) {
            self.label = label
            self.interviews = interviews
        }
    }

    /// How many interviews were for a role.
    public struct RoleCount: Sendable, Hashable, Codable {
        /// The role, as it is written in the newest of them.
        public var role: String
        /// How many interviews.
        public var interviews: Int

        /// So many interviews for a role.
        public init(role: String, interviews: Int) {
            self.role = role
            self.interviews = interviews
        }
    }

    /// How many interviews there are in all.
    public var interviews: Int
    /// How many are in each state, in the order of the states, zeros among them.
    public var states: [StateCount]
    /// How many questions were answered, follow-ups not counted.
    public var questionsAnswered: Int
    /// How many follow-ups were answered.
    public var followUpsAnswered: Int
    /// In how many interviews an answer waits for a person to look at it.
    public var waitingForReview: Int
    /// The mean score of completed interviews, 0...100; `nil` when none has a score.
    public var meanOverall: Double?
    /// The mean of each side over completed interviews, in the order of the sides; those without a score are left out.
    public var dimensions: [DimensionAverage]
    /// How long was worked on a completed interview on average (`Interview.activeSeconds`), in minutes; `nil` without one.
    public var meanDurationMinutes: Double?
    /// How many completed interviews have each label, from the best on, zeros among them.
    public var labels: [LabelCount]
    /// The role with the most interviews, of equals that of the interview that was kept last; `nil` when none names a role.
    public var favouriteRole: RoleCount?
    /// Where the scores of completed interviews go. Only those that were judged as the newest of them was are compared
    /// (`InterviewJudging`); `nil` with too few.
    public var trend: Trend?

    /// Figures of interviews.
    public init(
        interviews: Int, states: [StateCount], questionsAnswered: Int, followUpsAnswered: Int,
        waitingForReview: Int, meanOverall: Double?, dimensions: [DimensionAverage],
        meanDurationMinutes: Double?, labels: [LabelCount], favouriteRole: RoleCount?, trend: Trend?
    ) {
        self.interviews = interviews
        self.states = states
        self.questionsAnswered = questionsAnswered
        self.followUpsAnswered = followUpsAnswered
        self.waitingForReview = waitingForReview
        self.meanOverall = meanOverall
        self.dimensions = dimensions
        self.meanDurationMinutes = meanDurationMinutes
        self.labels = labels
        self.favouriteRole = favouriteRole
        self.trend = trend
    }

    /// How many interviews are in a state.
    public func count(_ state: InterviewState) -> Int {
        states.first { $0.state == state }?.interviews ?? 0
    }

    /// The share of those that are over that were completed, 0...1; `nil` when none is over.
    public var completedShare: Double? {
        let over = states.filter(\.state.isOver).reduce(0) { $0 + $1.interviews }
        return over > 0 ? Double(count(.completed)) / Double(over) : nil
    }
}
