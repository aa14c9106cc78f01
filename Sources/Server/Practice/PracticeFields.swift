import HTTPTypes
import Interview
import Records
import Web

/// What requests of this interface say.
enum PracticeFields {
    /// How many characters a role has at least.
    static let leastRole = 3
    /// How many characters an answer in writing has at least.
    static let leastAnswer = 10

    // Beginning.
    static let kind = RequestField<PracticeKind>("session_type", "What is asked.", usual: .mixed)
    static let role = RequestField<String>(
        "job_role", "The role; blanks around it do not count.", schema: .text(length: leastRole...200),
        usual: "Software Engineer")
    static let level = RequestField<PracticeLevel>("difficulty_level", "Where it begins.", usual: .mid)
    static let count = RequestField<Int>(
        "num_questions", "How many questions.", schema: .integer(1...20), usual: 5)
    static let resume = RequestField<RecordName?>(
        optional: "resume_id", "A resume that steers the questions: its number or its UUID.")
    static let start = RequestForm("PracticeStartRequest", [kind, role, level, count, resume])

    // Answering.
    static let session = RequestField<RecordName>("session_id", "The session: its number or its UUID.")
    static let question = RequestField<Int64>("question_id", "The number of the question.")
    static let answer = RequestField<String>(
        "answer", "The answer, at least 10 characters.", schema: .text(length: leastAnswer...20_000))
    static let seconds = RequestField<Double?>(
        optional: "time_taken_seconds",
        "How long it took, in seconds; left out, the time since the last answer.",
        schema: .number(0...86_400))
    static let answering = RequestForm("PracticeAnswerRequest", [session, question, answer, seconds])
    static let optionalAnswer = RequestField<String?>(
        optional: "answer", "The answer in writing, where there is no recording; at least 10 characters.",
        schema: .text(length: leastAnswer...20_000))
    static let speaking = UploadForm(
        "PracticeSpokenAnswerRequest", [session, question, optionalAnswer, seconds],
        files: [SoundFields.audio, SoundFields.audioFile])

    // Lists.
    static let skip = RequestField<Int>(
        "skip", "How many to leave out.", schema: .integer(0...1_000_000), usual: 0)
    static let limit = RequestField<Int>("limit", "The most to list.", schema: .integer(1...100), usual: 20)
    static let ofKind = RequestField<PracticeKind?>(optional: "session_type", "Only these.")
    static let ofState = RequestField<PracticeState?>(optional: "session_status", "Only these.")

    // Search of questions.
    static let words = RequestField<String?>(
        optional: "search", "Words that the question says, in whatever form.", schema: .text(length: 0...400))
    static let ofQuestionKind = RequestField<PracticeQuestionKind?>(optional: "question_type", "Only these.")
    static let ofLevel = RequestField<PracticeLevel?>(optional: "difficulty_level", "Only these.")
    static let ofTags = RequestField<[String]>(
        "tags", "With all of these labels, with commas between them.",
        schema: .list(.text(length: 1...200), count: 0...20), usual: [])
    static let ofCategory = RequestField<String?>(
        optional: "category", "Of this subject.", schema: .text(length: 0...200))
    static let ofRole = RequestField<String?>(
        optional: "job_role", "For this role, or for any.", schema: .text(length: 0...200))

    /// Refuses a text that has fewer characters than it must without the blanks around it.
    static func require(_ least: Int, charactersOf text: String, in name: String) throws(APIError) {
        let said = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace)
        guard said.count < least else { return }
        let reason = "must have \(least) characters or more beside the blanks around it"
        throw APIError(.badRequest, "\(name) \(reason).", faults: [SchemaFault(name, reason)])
    }
}
