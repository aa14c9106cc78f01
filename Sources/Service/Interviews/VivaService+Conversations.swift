public import Accounts
import Archive
public import Interview
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

    /// Adds a message to the conversation of an interview.
    ///
    /// - Returns: The number of the message.
    /// - Throws: `ServiceError`.
    @discardableResult
    public func add(
        _ message: Message, to name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> Int64 {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            return try await archive.records.add(message, to: .number(sheet.number))
        }
    }
}
