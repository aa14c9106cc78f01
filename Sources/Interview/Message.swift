public import FoundationEssentials

/// Something that is said or written in an interview beside its questions and answers, or one of these as part of a
/// conversation.
public struct Message: Sendable, Hashable, Codable {
    /// Who says it.
    public enum Speaker: String, Sendable, Hashable, Codable, CaseIterable {
        /// Who asks.
        case interviewer
        /// Who answers.
        case candidate
        /// The program.
        case system
    }

    /// The most characters of a text.
    public static let limitCharacters = 20_000

    /// Who says it.
    public var speaker: Speaker
    /// The words; empty for a recording that was not heard.
    public var text: String
    /// The address of its sound; `nil` for none.
    public var recording: String?
    /// When.
    public var date: Date

    /// A message.
    public init(speaker: Speaker, text: String, recording: String? = nil, date: Date) {
        self.speaker = speaker
        self.text = text
        self.recording = recording
        self.date = date
    }

    /// The same, when it says something.
    ///
    /// - Throws: `InvalidField` for one without words and without a recording, or with too many words.
    public func checked() throws(InvalidField) -> Message {
        guard recording != nil || !text.allSatisfy(\.isWhitespace) else {
            throw InvalidField(field: "text", reason: "It is empty: write something.")
        }
        guard text.count <= Self.limitCharacters else {
            throw InvalidField(
                field: "text",
                reason: "It has \(text.count) characters, and \(Self.limitCharacters) are allowed.")
        }
        return self
    }
}

extension Interview {
    /// The questions that were put and all attempts at answering them, in order. Nobody notes when a question was put:
    /// it has the time of what came before it.
    public var conversation: [Message] {
        var date = startedAt ?? createdAt
        var messages: [Message] = []
        for turn in turns where turn.isPut {
            messages.append(
                Message(speaker: .interviewer, text: turn.text, recording: turn.recording, date: date))
            for take in turn.takes {
                date = max(date, take.receivedAt)
                messages.append(
                    Message(
                        speaker: .candidate, text: take.text ?? "", recording: take.recording,
                        date: date))
            }
        }
        return messages
    }

    /// The questions and answers with other messages between them, by time; what was said at the same moment as a
    /// question or an answer comes behind it.
    public func conversation(with messages: [Message]) -> [Message] {
        let all = conversation + messages
        return all.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
            .map(\.element)
    }
}
