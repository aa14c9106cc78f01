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

    /// Tools; left out, the offline judge alone.
    public init(
        equipment: PracticeEquipment = .typing(), templates: QuestionTemplates = QuestionTemplates(),
        fields: [SkillCatalogue.Field] = [], resources: [StudyResource] = [],
        longestWait: Duration = .seconds(10)
    ) {
        self.equipment = equipment
        self.templates = templates
        self.fields = fields
        self.resources = resources
        self.longestWait = longestWait
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

/// There is nobody to hear a spoken answer.
private struct NothingHears: Error, CustomStringConvertible {
    var description: String { "There is no recogniser here: give the answer as text." }
}
