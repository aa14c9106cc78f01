import Evaluation
import Interview
import Web

/// What was heard of a recording, and how well.
enum SpeechReply {
    /// How much of it can be relied upon.
    enum Level: String, CaseIterable, ReplyValue {
        case good, partial, poor
        case notEnough = "not_enough"

        init(_ level: Hearing.Level) {
            self =
                switch level {
                case .good: .good
                case .partial: .partial
                case .poor: .poor
                case .notEnough: .notEnough
                }
        }
    }

    static let fields: [ReplyField<HeardSpeech>] = [
        ReplyField("text", "The words that were heard; empty when there were none.") { $0.text },
        ReplyField("confidence", "The share of the words that is probably right.", schema: share) {
            $0.hearing.meanConfidence
        },
        ReplyField("duration_seconds", "How long the recording is.") { $0.durationSeconds },
        ReplyField("hearing", "How well it was heard.") { Level($0.hearing.level) },
        ReplyField("hearing_reasons", "Why it was not heard better, as sentences.") { $0.hearing.reasons },
    ]

    static let form = ReplyForm<HeardSpeech>("HeardSpeech", fields)

    static let share = JSONSchema.nullable(.number(0...1))
}
