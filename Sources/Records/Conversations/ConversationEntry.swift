public import FoundationEssentials
public import Interview
import SQL

/// Something that was said in an interview: a question that was put, an attempt at answering it, or a message beside them.
public struct ConversationEntry: Sendable, Hashable {
    /// Its number, unique over all interviews and never given twice; what was said later has a higher one.
    public let number: Int64
    /// The number of the interview.
    public let interview: Int64
    /// The id of the interview.
    public let interviewID: String
    /// The number of the question that it is, answers or is about; `nil` for none.
    public let question: Int64?
    /// Whether it is a message beside the questions and the answers.
    public let isMessage: Bool
    /// Who said it.
    public let speaker: Message.Speaker
    /// The words; empty for a recording that was not heard yet.
    public let text: String
    /// Where its sound is kept here; `nil` where it is not.
    public let recording: String?
    /// Where others keep its sound; `nil` where nobody said.
    public let audio: String?
    /// When it was said.
    public let date: Date

    static let source: SQLQuery = """
        conversation_entries AS entries JOIN interviews ON interviews.id = entries.interview_id
        LEFT JOIN takes ON takes.id = entries.take_id
        LEFT JOIN turns ON turns.id = COALESCE(entries.turn_id, takes.turn_id)
        LEFT JOIN messages ON messages.id = entries.message_id
        """

    static let columns: SQLQuery = """
        entries.id AS number, entries.interview_id AS interview_number, interviews.uuid AS interview_uuid,
        entries.take_id AS take_number, entries.turn_id AS turn_number, entries.message_id AS message_number,
        entries.audio AS audio, entries.said_at AS said_at,
        COALESCE(entries.question_id, (SELECT MIN(settled.id) FROM interview_questions AS settled
            WHERE settled.interview_id = entries.interview_id AND settled.turn = turns.number)) AS question_number,
        turns.text AS turn_text, takes.text AS take_text, takes.body AS take_body, messages.text AS message_text,
        messages.speaker AS speaker,
        COALESCE(messages.recording, (SELECT files.recording FROM recording_files AS files
            WHERE files.interview_id = entries.interview_id
            AND files.name = CASE WHEN entries.take_id IS NULL THEN turns.recording ELSE takes.recording END)) AS recording
        """

    init(_ row: SQLRow) throws {
        number = try row.integer("number")
        interview = try row.integer("interview_number")
        interviewID = try row.text("interview_uuid")
        question = try row.optionalInteger("question_number")
        recording = try row.optionalText("recording")
        date = try row.date("said_at")
        isMessage = try row.optionalInteger("message_number") != nil
        if try row.optionalInteger("take_number") != nil {
            speaker = .candidate
            text = try row.optionalText("take_text") ?? ""
            let take: Take = try RecordCoding.value(
                try row.text("take_body"), kind: "answer", name: "\(row.integer("take_number"))")
            audio = take.addresses?.audio
        } else if try row.optionalInteger("turn_number") != nil {
            speaker = .interviewer
            text = try row.text("turn_text")
            audio = nil
        } else {
            let name = try row.text("speaker")
            guard let known = Message.Speaker(rawValue: name) else {
                throw RecordsError.damaged(
                    kind: "message", name: try row.text("message_text"), reason: "its speaker is `\(name)`")
            }
            speaker = known
            text = try row.text("message_text")
            audio = try row.optionalText("audio")
        }
    }
}
