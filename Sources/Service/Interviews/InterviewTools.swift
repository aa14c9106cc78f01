public import Evaluation
public import FoundationEssentials
public import Interview
public import Practice
import Speech

/// What interviews are held with: who judges, what can be asked beside the banks that are kept, and what there is to study. The
/// composition chooses it.
public struct InterviewTools: Sendable {
    /// Judges answers and writes follow-ups; tells the time.
    public var equipment: PracticeEquipment
    /// What questions are made from where the banks lack them.
    public var templates: QuestionTemplates
    /// Names that are looked for in resumes and descriptions of jobs.
    public var fields: [SkillCatalogue.Field]
    /// What there is to study.
    public var resources: [StudyResource]
    /// How long a request waits for another one that works on the same interview.
    public var longestWait: Duration
    /// Hears recordings in the background; without one they cannot be heard.
    public var hearing: RecognizerPool
    /// How work is done in the background.
    public var jobs: JobQueue.Limits
    /// How long a recording may be, in seconds.
    public var limitRecordingSeconds = 1_800.0
    /// How many files that were sent are read at once in requests: recordings that are decoded, and resumes.
    public var filesAtOnce = 4
    /// How many more wait for that before others are told to come later.
    public var filesWaiting = 32
    /// Speaks questions for whoever asks to hear them; `nil` where nobody does.
    public var voice: QuestionVoice?

    /// Tools; left out, the offline judge alone.
    public init(
        equipment: PracticeEquipment = .typing(), templates: QuestionTemplates = QuestionTemplates(),
        fields: [SkillCatalogue.Field] = [], resources: [StudyResource] = [],
        longestWait: Duration = .seconds(10),
        hearing: RecognizerPool = .nothing,
        jobs: JobQueue.Limits = JobQueue.Limits()
    ) {
        self.hearing = hearing
        self.jobs = jobs
        self.equipment = equipment
        self.templates = templates
        self.fields = fields
        self.resources = resources
        self.longestWait = longestWait
    }

    /// Tries something again while another one works on the same interview.
    ///
    /// - Parameter longest: for how long; `nil` for `longestWait`.
    /// - Throws: What `work` throws; what means `ServiceError.busy` when that takes too long.
    func waiting<Value>(
        _ longest: Duration? = nil, _ work: () async throws -> Value
    ) async throws -> Value {
        let end = ContinuousClock.now + (longest ?? longestWait)
        var pause = Duration.milliseconds(5)
        while true {
            do { return try await work() } catch {
                guard case .busy = ServiceError(error), ContinuousClock.now < end else { throw error }
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(100))
        }
    }

    /// The time to the second, as interviews keep it.
    var now: Date { Date(timeIntervalSince1970: equipment.now().timeIntervalSince1970.rounded(.down)) }
}

extension PracticeEquipment {
    /// Equipment of typed answers: nothing is spoken or heard.
    public static func typing(
        judge: any Judge = RubricEvaluator(), followUps: (any FollowUpSource)? = nil,
        now: @escaping @Sendable () -> Date = { Date() },
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) -> PracticeEquipment {
        PracticeEquipment(
            synthesizer: nil, recognizers: RecognizerSet { throw NothingHears() }, judge: judge,
            followUps: followUps, now: now, notice: notice)
    }
}

extension RecognizerPool {
    /// One in which nobody hears.
    public static var nothing: RecognizerPool { RecognizerPool(limit: 1) { throw NothingHears() } }
}

/// There is nobody to hear a spoken answer.
struct NothingHears: Error, CustomStringConvertible {
    var description: String { "There is no recogniser here: give the answer as text." }
}
