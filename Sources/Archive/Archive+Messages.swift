public import Interview
public import Records

extension Archive {
    /// Adds a message with its recording to the conversation of an interview.
    ///
    /// - Parameters:
    ///   - path: where the recording is; it stays there.
    ///   - question: the number of the question that it is about; `nil` for none.
    /// - Throws: `ArchiveError`; nothing is kept then.
    public func say(
        _ message: Message, recording path: String, about question: Int64? = nil, in interview: RecordName
    ) async throws(ArchiveError) -> ConversationEntry {
        do {
            return try await add(file: path) { address in
                var message = message
                message.recording = address
                return try await records.say(message, about: question, in: interview)
            }
        } catch {
            throw ArchiveError(error)
        }
    }

    /// Deletes a message with its recording.
    ///
    /// - Throws: `ArchiveError.records` with `notFound` also for an entry that is a question or an answer; `recordings` with `noKey`.
    ///   Nothing is deleted then.
    public func deleteMessage(ofEntry number: Int64) async throws(ArchiveError) {
        do {
            let address = try await records.conversationEntry(number).recording
            try await remove(files: { Set([address].compactMap(\.self)) }) {
                try await records.deleteMessage(ofEntry: number)
            }
        } catch {
            throw ArchiveError(error)
        }
    }
}
