public import Interview

/// An interview of the sample data: what was planned, answered and said about it, its times counted from the day on which it
/// is made. The numbers in its details are those of other samples.
public struct SampleInterview: Sendable, Hashable {
    /// When it was to be held.
    public struct Appointment: Sendable, Hashable {
        /// When it was to begin.
        public var time: SampleTime
        /// How long it was to take, in minutes.
        public var minutes: Int
        /// Where people were to meet.
        public var place: String?
        /// It may be moved until so many hours before.
        public var rescheduleHours: Int
    }

    /// Something that is said beside questions and answers.
    public struct Remark: Sendable, Hashable {
        /// Who says it.
        public var speaker: Message.Speaker
        /// The words.
        public var text: String
        /// How many minutes after the beginning.
        public var minute: Int
    }

    /// Its number in a new database.
    public var number: Int
    /// What it is called, for whom and for what it is.
    public var details: InterviewDetails
    /// The kind, the role, the level and the skills.
    public var preferences: QuestionPreferences
    /// What is asked, in this order.
    public var questions: [Question]
    /// Where it stands.
    public var state: InterviewState
    /// When it was to be held; `nil` for one that was begun at once.
    public var appointment: Appointment?
    /// When it was begun; `nil` for one that was not.
    public var begun: SampleTime?
    /// How long it took, in minutes; `nil` for one that has not ended by being held.
    public var minutes: Int?
    /// The answers, to the first questions.
    public var answers: [SampleAnswer]
    /// Why it was called off.
    public var cancellation: String?
    /// What the interviewer says about it as a whole.
    public var review: SampleAnswer.Review?
    /// What was said beside questions and answers.
    public var remarks: [Remark]
    /// What was decided on each report that was made of it.
    public var reports: [ReportDecision]
}
