public import Accounts
import Archive
public import Interview
public import Recordings
public import Records

extension VivaService {
    /// The questions and answers of an interview with its messages between them, by time.
    ///
    /// - Throws: `ServiceError`.
    public func conversation(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> [Message] {
        try await attempt {
            let sheet = try await sheet(name, to: .read, for: requester)
            return try await archive.records.conversation(of: .number(sheet.number))
        }
    }

    /// Adds a message to the conversation of an interview, which may be about one of its questions.
    ///
    /// - Parameter audio: where others keep its sound; kept as it is and never fetched.
    /// - Throws: `ServiceError`; `invalid` for a question of another interview; for the candidate `notAllowed` for words of somebody else,
    ///   and `conflict` when the interview is over.
    public func say(
        _ text: String, as speaker: Message.Speaker, about question: Int64? = nil, audio: String? = nil,
        in name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> ConversationEntry {
        try await attempt {
            let sheet = try await sheetOfMessage(by: speaker, in: name, for: requester)
            return try await archive.records.say(
                Message(speaker: speaker, text: text, date: tools.now), about: question, audio: audio,
                in: .number(sheet.number))
        }
    }

    /// The interview to which somebody adds what a speaker says.
    func sheetOfMessage(
        by speaker: Message.Speaker, in name: RecordName, for requester: Requester
    ) async throws -> InterviewSheet {
        let sheet = try await sheet(name, to: .answer, for: requester)
        let details = sheet.interview.details
        if details.candidate != nil, details.candidate == requester.person {
            guard speaker == .candidate else {
                throw ServiceError.notAllowed(
                    reason: "You answer in interview \(sheet.number): what you add is said by the student.")
            }
            guard !sheet.interview.state.isOver else { throw InterviewError.isOver(sheet.interview.state) }
        }
        return sheet
    }

    /// Something that was said in an interview.
    ///
    /// - Throws: `ServiceError.notFound` also for what may not be seen.
    public func conversationEntry(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) -> ConversationEntry {
        try await attempt {
            let entry = try await archive.records.conversationEntry(number)
            do throws(ServiceError) {
                _ = try await session(.number(entry.interview), for: requester)
            } catch {
                guard case .notFound = error else { throw error }
                throw ServiceError.notFound(kind: "conversation", name: "\(number)")
            }
            return entry
        }
    }

    /// A page of what was said in an interview, or in all that somebody may see, in the order in which it was.
    ///
    /// - Throws: `ServiceError.notFound` for an interview that is not there or may not be seen.
    public func conversationEntries(
        of name: RecordName?, page: PageRequest, for requester: Requester
    ) async throws(ServiceError) -> RecordsPage<ConversationEntry> {
        try await attempt {
            let number: Int64? =
                if let name { try await session(name, for: requester).number } else { nil }
            return try await archive.records.conversationEntries(
                of: number, reach: reach(of: requester, .read, .interview), page: page)
        }
    }

    /// The recording of something that was said, open.
    ///
    /// - Throws: `ServiceError.notFound` when none is kept here.
    public func recording(
        ofEntry number: Int64, for requester: Requester
    ) async throws(ServiceError) -> RecordingReader {
        let entry = try await conversationEntry(number, for: requester)
        return try await attempt {
            guard let id = entry.recording.flatMap({ RecordingID($0) }) else {
                throw ServiceError.notFound(kind: "recording of the conversation", name: "\(number)")
            }
            return try archive.vault.open(id)
        }
    }
}
