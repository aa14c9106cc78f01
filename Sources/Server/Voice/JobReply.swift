import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Work in the background, as it is shown.
enum JobReply {
    static let root = "/api/v1/jobs"

    /// How far a job is.
    enum State: String, CaseIterable, ReplyValue, RequestValue {
        case queued, running, done, failed

        init(_ state: Job.State) {
            self =
                switch state {
                case .waiting: .queued
                case .running: .running
                case .done: .done
                case .failed: .failed
                }
        }

        var state: Job.State {
            switch self {
            case .queued: .waiting
            case .running: .running
            case .done: .done
            case .failed: .failed
            }
        }
    }

    /// What a job does.
    enum Kind: String, CaseIterable, ReplyValue {
        case answer, transcript

        init(_ work: Job.Work) {
            switch work {
            case .answer: self = .answer
            case .transcript: self = .transcript
            }
        }
    }

    static let form = ReplyForm<JobStatus>(
        "Job",
        [
            ReplyField("id", "The number of the job.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.kept.id },
            ReplyField("kind", "What is done: an answer is heard and judged, or a recording is written down.")
            {
                Kind($0.kept.job.work)
            },
            ReplyField("state", "How far it is.") { State($0.state) },
            ReplyField("reason", "Why it failed; `null` unless it did.") { $0.kept.reason },
            ReplyField("url", "Where to ask for it.") { url(of: $0) },
            ReplyField("position", "How many jobs come before it; `null` unless it is queued.") {
                $0.position
            },
            ReplyField("interview_id", "The number of the interview; `null` for a transcript.") {
                $0.kept.job.interview
            },
            ReplyField("question_id", "The number of the question, where that is known.") {
                $0.kept.job.questionNumber
            },
            ReplyField("answer_id", "The number of the answer, where that is known.") {
                $0.kept.job.answerNumber
            },
            ReplyField(
                "transcript", "What was heard, of a transcript that is done.", optional: SpeechReply.form
            ) {
                $0.kept.job.heard
            },
            ReplyField("created_at", "When it was ordered.") { $0.kept.createdAt },
            ReplyField("updated_at", "When it last changed.") { $0.kept.updatedAt },
        ])

    /// Where to ask for a job.
    static func url(of job: JobStatus) -> String { "\(root)/\(job.number)" }
}
