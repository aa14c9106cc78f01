import Accounts
import Archive
import Interview
public import Records

extension AdminService {
    /// A page of what was said in the interviews that somebody looks after, in its order.
    ///
    /// - Parameters:
    ///   - interview: the number of an interview; `nil` for all.
    ///   - text: words that hold this; `nil` for all.
    /// - Throws: `ServiceError`.
    public func conversations(
        interview: Int64? = nil, text: String? = nil, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<ConversationEntry> {
        try organization(of: caller)
        return try await ServiceError.doing {
            try await records.conversationEntries(
                of: interview, text: text, reach: service.reach(of: caller.requester, .read, .interview),
                page: page)
        }
    }

    /// Something that was said.
    ///
    /// - Throws: `ServiceError.notFound` also for what belongs to others.
    public func conversation(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> ConversationEntry {
        try organization(of: caller)
        guard case .number(let number) = name else { throw .notFound(kind: "conversation", name: "\(name)") }
        return try await service.conversationEntry(number, for: caller.requester)
    }

    /// Changes the words of a message.
    ///
    /// - Throws: `ServiceError`; `conflict` for a question or an answer.
    public func changeMessage(
        _ name: RecordName, text: String?, by caller: Caller
    ) async throws(ServiceError) -> ConversationEntry {
        let entry = try await message(name, for: caller)
        guard let text, text != entry.text else { return entry }
        let changed = try await ServiceError.doing {
            try await records.changeMessage(ofEntry: entry.number, text: text)
        }
        try await log("conversation.change", entry, by: caller)
        return changed
    }

    /// Deletes a message with its recording.
    ///
    /// - Throws: `ServiceError`; `conflict` for a question or an answer.
    public func deleteMessage(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let entry = try await message(name, for: caller)
        try await ServiceError.doing { try await archive.deleteMessage(ofEntry: entry.number) }
        try await log("conversation.delete", entry, by: caller)
    }

    private func message(
        _ name: RecordName, for caller: Caller
    ) async throws(ServiceError) -> ConversationEntry {
        let entry = try await conversation(name, for: caller)
        guard entry.isMessage else {
            throw .conflict(
                reason:
                    "What was said as \(entry.number) is a question or an answer of interview \(entry.interview) and goes with it: messages alone are changed and deleted."
            )
        }
        return entry
    }

    private func log(
        _ action: String, _ entry: ConversationEntry, by caller: Caller
    ) async throws(ServiceError) {
        let organization = try await ServiceError.doing {
            try await records.organizations(ofInterviews: [entry.interview])[entry.interview]
        }
        try await log(
            action, .interview, entry.interview, organization: organization, by: caller,
            detail: "conversation \(entry.number)")
    }
}
