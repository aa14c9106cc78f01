public import Interview
public import Records

/// What somebody says about an interview that is to be made.
public struct InterviewRequest: Sendable {
    /// A name for lists; empty for none.
    public var title = ""
    /// What it is about, for people.
    public var summary: String?
    /// What is asked.
    public var kind: QuestionPreferences.Mix = .mixed
    /// Where to begin; `nil` for what the texts say, else the middle level.
    public var level: QuestionLevel?
    /// The role; `nil` for what the texts say.
    public var role: String?
    /// The company.
    public var company: String?
    /// The description of the job, whose role, level and skills steer the questions.
    public var jobDescription: String?
    /// Skills to ask about first.
    public var skills: [String] = []
    /// How many questions are chosen; 0 for none.
    public var questionCount = 5
    /// Questions that are asked, in this order; chosen ones come behind them.
    public var questions: [Question] = []
    /// How many follow-ups one question may have.
    public var followUpLimit = 0
    /// For practice or for real.
    public var mode: InterviewDetails.Mode = .practice
    /// How people meet.
    public var medium: InterviewDetails.Medium = .text
    /// Free labels.
    public var tags: [String] = []
    /// The number of the person who answers; `nil` for whoever asks for the interview, if that is somebody.
    public var candidate: Int64?
    /// The number of the person who asks.
    public var interviewer: Int64?
    /// The number of the organization; `nil` for that of whoever asks for the interview.
    public var organization: Int64?
    /// The resume that steers the questions.
    public var resume: RecordName?
    /// When it is to be held; `nil` for when people are ready.
    public var schedule: InterviewSchedule?
    /// How long it is planned to take, in minutes, where it has no time yet.
    public var plannedMinutes: Int?
    /// What is done when somebody is taken at that time.
    public var overlap: ScheduleOverlap = .refused
    /// What is done with a time that is over.
    public var past: PastSchedule = .refused
    /// Whether the answers' picture is wanted.
    public var wantsVideo = false
    /// Whether the answers' sound is kept.
    public var keepsAudio = true
    /// Whether a language model may judge, where there is one.
    public var usesLanguageModel = true
    /// After so many minutes without anything it counts as given up; `nil` for never.
    public var timeOutMinutes: Int?
    /// Whether it begins at once.
    public var beginning = Beginning.later

    /// When an interview begins.
    public enum Beginning: Sendable, Hashable {
        /// When it is made.
        case now
        /// When somebody begins it.
        case later
    }

    /// An interview for practice with questions of all sorts.
    public init() {}
}
