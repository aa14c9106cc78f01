import FoundationEssentials
import Interview
import Records
import Web

/// Sessions, as this interface shows them.
enum SessionReply {
    static let form = ReplyForm<InterviewHead>(
        "Session",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("session_id", "Its UUID.", schema: .text(format: .uuid)) { $0.interview.id },
            ReplyField("interviewer", "The interviewer's number.") { $0.interviewer?.number },
            ReplyField("interviewer_id", "The same, as requests say it.") { $0.interviewer?.number },
            ReplyField("interviewer_name", "What the interviewer is called.") { $0.interviewer?.name },
            ReplyField("student", "The student's number.") { $0.student?.number },
            ReplyField("student_id", "The same, as requests say it.") { $0.student?.number },
            ReplyField("student_name", "What the student is called.") { $0.student?.name },
            ReplyField("title", "What it is called.") { $0.interview.details.title },
            ReplyField("description", "What it is about.") { $0.interview.details.summary ?? "" },
            ReplyField("duration_minutes", "How long it is planned to take.") {
                $0.interview.schedule?.durationMinutes ?? $0.interview.details.plannedMinutes
                    ?? InterviewSchedule.usualMinutes
            },
            ReplyField("status", "Where it stands.") { InterviewStatus($0.interview.state) },
            ReplyField("scheduled_at", "When it is to be held.") { $0.interview.schedule?.start },
            ReplyField("started_at", "When it was begun.") { $0.interview.startedAt },
            ReplyField("ended_at", "When it ended.") { $0.interview.endedAt },
            ReplyField("created_at", "When it was made.") { $0.interview.createdAt },
            ReplyField("updated_at", "When it was last changed.") { $0.kept.updatedAt },
        ])
}
