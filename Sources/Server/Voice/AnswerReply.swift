import Evaluation
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// An attempt at a question, with all that became of it.
enum AnswerReply {
    /// How far it is.
    enum State: String, CaseIterable, ReplyValue {
        case waiting, judged, failed

        init(_ progress: Take.Progress) {
            self =
                switch progress {
                case .received: .waiting
                case .judged: .judged
                case .failed: .failed
                }
        }
    }

    /// How it was given.
    enum Medium: String, CaseIterable, ReplyValue {
        case spoken, typed

        init(_ medium: Take.Medium) { self = medium == .spoken ? .spoken : .typed }
    }

    /// Where words come from.
    enum Origin: String, CaseIterable, ReplyValue {
        case heard, typed, corrected

        init(_ origin: TakeVersion.Origin) {
            self =
                switch origin {
                case .heard: .heard
                case .typed: .typed
                case .corrected: .corrected
                }
        }
    }

    private static let score = JSONSchema.nullable(.number(0...100))

    private static let version = ReplyForm<TakeVersion>(
        "AnswerVersion",
        [
            ReplyField("number", "1 for what was heard or typed, 2 for the first correction.") { $0.number },
            ReplyField("origin", "Where the words come from.") { Origin($0.origin) },
            ReplyField("text", "The words; `null` for speech that was not heard.") { $0.text },
            ReplyField("date", "When they were said, typed or corrected.") { $0.date },
            ReplyField("score", "The judge's score of these words.", schema: score) { $0.score },
        ])

    static let form = ReplyForm<AnsweredQuestion>(
        "Answer",
        [
            ReplyField("id", "The number of the answer.") { $0.number },
            ReplyField("interview_id", "The number of the interview.") { $0.sheet.number },
            ReplyField("question_id", "The number of the question.") { $0.question.number },
            ReplyField("question_text", "The question.") { $0.question.text },
            ReplyField("take", "Which attempt at the question it is, 1 for the first.") { $0.take.number },
            ReplyField("counts", "Whether it is the attempt that counts.") {
                $0.question.turn?.finalTake?.number == $0.take.number
            },
            ReplyField("medium", "How it was given.") { Medium($0.take.medium) },
            ReplyField("state", "How far it is.") { State($0.take.progress) },
            ReplyField("reason", "Why it could not be judged; `null` unless that failed.") {
                $0.take.failure
            },
            ReplyField("transcript", "The words that count; `null` before they were heard.") { $0.take.text },
            ReplyField("hearing", "How well a spoken answer was heard.", optional: SpeechReply.form) {
                HeardSpeech($0.take)
            },
            ReplyField(
                "versions", "What was heard or typed, and each correction; the last one counts.",
                listOf: version
            ) { $0.take.versions },
            ReplyField("code", "Code beside the words.") { $0.take.code },
            ReplyField("recording_url", "Where its recording is; `null` for none.") { url(of: $0) },
            ReplyField("time_taken_seconds", "How long it took, thinking included.") {
                $0.take.timeTakenSeconds
            },
            ReplyField("received_at", "When it was given.") { $0.take.receivedAt },
            ReplyField("score", "The score that counts: a person's before the judge's.", schema: score) {
                $0.take.score
            },
            ReplyField("scores", "The scores of the judge.", optional: PracticeScores.ofAnswer) { answer in
                answer.take.evaluation.map { PracticeScores($0, overall: answer.take.score) }
            },
            ReplyField("feedback", "What the judge says.", optional: PracticeAnswerReply.feedback) { answer in
                answer.take.evaluation.map { ($0, answer.take) }
            },
        ])

    static let list = ReplyForm<[AnsweredQuestion]>(
        "AnswerTakes", [ReplyField("takes", "The attempts, first to last.", listOf: form) { $0 }])

    private static func url(of answer: AnsweredQuestion) -> String? {
        guard answer.take.recording != nil, answer.sheet.interview.keepsSound(of: answer.take) else {
            return nil
        }
        return RecordingAddress(interview: .number(answer.sheet.number), answer: answer.number).path
    }
}
