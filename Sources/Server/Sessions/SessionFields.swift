import FoundationEssentials
import Interview
import Records
import Speech
import Web

/// What requests about sessions and their questions say.
enum SessionFields {
    // Sessions.
    static let title = RequestField<String>("title", "What it is called.", schema: .text(length: 1...200))
    static let sameTitle = RequestField<String>(
        "title", "What it is called; empty where it is shown so.", schema: .text(length: 0...200))
    static let otherTitle = RequestField<String?>(
        changing: "title", "What it is called; empty where it is shown so.", schema: .text(length: 0...200))
    static let description = RequestField<String?>(optional: "description", "What it is about.")
    static let interviewer = RequestField<RecordName?>(
        optional: "interviewer_id",
        "The interviewer's number or UUID; left out, whoever asks, if that is one.")
    static let student = RequestField<RecordName?>(
        optional: "student_id", "The student's number or UUID; left out, whoever asks, if that is one.")
    static let minutes = RequestField<Int?>(
        optional: "duration_minutes", "How long it is planned to take; left out, 30.",
        schema: .integer(InterviewSchedule.durations))
    static let scheduledAt = RequestField<Date?>(optional: "scheduled_at", "When it is to be held.")
    static let status = RequestField<InterviewStatus?>(
        changing: "status", "Where it is to stand: begun, completed or called off.")
    private static let made = [
        "id", "session_id", "interviewer_name", "student_name", "started_at", "ended_at", "created_at",
        "updated_at",
    ]
    // A new session would lose those whom it names so: they are told by `interviewer_id` and `student_id`.
    static let making = RequestForm(
        "SessionRequest", [title, description, interviewer, student, minutes, scheduledAt], ignoring: made)
    /// What is shown and may come back as it is, and what says it where it can be changed.
    static let shown: [(field: RequestField<JSONValue>, changedBy: String?)] = [
        asShown("id"), asShown("session_id"), asShown("interviewer", changedBy: interviewer.name),
        asShown("interviewer_name"), asShown("student", changedBy: student.name), asShown("student_name"),
        asShown("started_at"), asShown("ended_at"), asShown("created_at"),
    ]
    private static func asShown(
        _ name: String, changedBy: String? = nil
    ) -> (field: RequestField<JSONValue>, changedBy: String?) {
        let about = changedBy.map { "As it is shown: another one is told by `\($0)`." }
        return (RequestField(name, about ?? "As it is shown.", usual: .null), changedBy)
    }
    private static let common: [any AnyRequestField] =
        [description, interviewer, student, minutes, scheduledAt, status]
        + shown.map { $0.field as any AnyRequestField }
    // It may have changed since it was shown.
    private static let passing = ["updated_at"]
    static let replacing = RequestForm("SessionReplacement", [sameTitle] + common, ignoring: passing)
    static let changing = RequestForm("SessionChange", [otherTitle] + common, ignoring: passing)

    // Questions.
    static let session = RequestField<RecordName>("session", "The session: its number or its UUID.")
    static let sameSession = RequestField<RecordName?>(
        optional: "session", "The session, which stays: its number or its UUID.")
    static let text = RequestField<String>(
        "question_text", "The question.", schema: .text(length: 1...5_000))
    static let otherText = RequestField<String?>(
        optional: "question_text", "The question.", schema: .text(length: 1...5_000))
    static let category = RequestField<String?>(
        optional: "category", "The subject in any words; left out, General.",
        schema: .text(length: 1...200))
    static let difficulty = RequestField<InterviewDifficulty?>(
        optional: "difficulty", "How hard it is; left out, medium.")
    static let order = RequestField<Int?>(
        optional: "order", "Its place, 1 for the first; 0, left out or too large, the end.",
        schema: .integer(0...1_000_000))
    static let expected = RequestField<String?>(
        optional: "expected_answer", "What a good answer says, by which answers are judged.")
    private static let questionShown = ["id", "session_id", "is_follow_up", "is_answered", "created_at"]
    static let question = RequestForm(
        "QuestionRequest", [session, text, category, difficulty, order, expected], ignoring: questionShown)
    static let replacingQuestion = RequestForm(
        "QuestionReplacement", [sameSession, text, category, difficulty, order, expected],
        ignoring: questionShown)
    static let changingQuestion = RequestForm(
        "QuestionChange", [sameSession, otherText, category, difficulty, order, expected],
        ignoring: questionShown)
    static let questions = RequestField<[RequestValues]>(
        "questions", "The questions: all are kept, or none.", listOf: question, count: 1...100)
    static let bulk = RequestForm("QuestionsRequest", [questions])

    // Lists.
    static let ofSession = RequestField<RecordName?>(
        optional: "session_id", "Only of this session: its UUID or its number.")
    static let ofStatus = RequestField<InterviewStatus?>(optional: "status", "Only these.")
}
