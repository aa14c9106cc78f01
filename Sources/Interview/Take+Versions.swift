import Delivery
import Evaluation
import Speech

extension Take {
    /// How an answer was given.
    public enum Medium: String, Sendable, Hashable, Codable, CaseIterable {
        /// Aloud.
        case spoken
        /// In writing.
        case typed
    }

    /// How it was given.
    public var medium: Medium {
        switch source {
        case .spoken: .spoken
        case .typed: .typed
        }
    }

    /// The name of its recording in the interview; `nil` for a typed answer.
    public var recording: String? {
        if case .spoken(let recording) = source { recording } else { nil }
    }

    /// Whether it was given and is not judged yet.
    public var isWaiting: Bool { progress == .received }

    /// Why its analysis failed; `nil` when it did not.
    public var failure: String? {
        if case .failed(let reason) = progress { reason } else { nil }
    }

    /// Whether its analysis failed.
    public var hasFailed: Bool { failure != nil }

    /// Whether enough of it came through to be judged: not when its analysis failed, or next to no words were understood.
    public var wasHeard: Bool { heardEvaluation.map { $0.hearing.level != .notEnough } ?? false }

    /// Whether its speaker corrected what was heard.
    public var isCorrected: Bool { corrections?.isEmpty == false }

    /// The words as they were typed or heard, without corrections; `nil` before they were heard.
    public var heardText: String? {
        switch source {
        case .typed(let text): text
        case .spoken: analysis?.transcript.text
        }
    }

    /// What was heard or typed and each correction of it, first to last: the last one counts.
    public var versions: [TakeVersion] {
        let first = TakeVersion(
            number: 1, origin: medium == .spoken ? .heard : .typed, text: heardText, date: receivedAt,
            evaluation: heardEvaluation)
        return [first]
            + (corrections ?? []).enumerated().map { index, correction in
                TakeVersion(
                    number: index + 2, origin: .corrected, text: correction.text, date: correction.date,
                    evaluation: correction.evaluation)
            }
    }
}
