public import Accounts
import Archive
public import Interview
public import Records

extension VivaService {
    /// A question of an interview, planned or put, with its interview.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func question(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) -> (question: InterviewQuestion, sheet: InterviewSheet) {
        try await attempt {
            let found = try await sheet(ofQuestion: number, to: .read, for: requester)
            return (found.question, found.sheet)
        }
    }

    /// Adds a question to an interview.
    ///
    /// - Parameter position: its place, 1 for the first; `nil` for the end.
    /// - Throws: `ServiceError`; `conflict` when the interview is over.
    public func add(
        _ question: Question, toInterview name: RecordName, position: Int? = nil, for requester: Requester
    ) async throws(ServiceError) -> InterviewQuestion {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            return try await archive.records.add(
                question, toInterview: .number(sheet.number), position: position, at: tools.now)
        }
    }

    /// Changes a question that was not put yet.
    ///
    /// - Throws: `ServiceError`; `conflict` when it was put.
    public func changeInterviewQuestion(
        _ number: Int64, for requester: Requester,
        _ change: @escaping @Sendable (inout Question) throws -> Void
    ) async throws(ServiceError) -> InterviewQuestion {
        try await attempt {
            _ = try await sheet(ofQuestion: number, to: .change, for: requester)
            return try await archive.records.changeInterviewQuestion(number, at: tools.now, change)
        }
    }

    /// Takes a question out of an interview that was not put yet.
    ///
    /// - Throws: `ServiceError`; `conflict` when it was put.
    public func deleteInterviewQuestion(
        _ number: Int64, for requester: Requester
    ) async throws(ServiceError) {
        try await attempt {
            _ = try await sheet(ofQuestion: number, to: .change, for: requester)
            try await archive.records.deleteInterviewQuestion(number, at: tools.now)
        }
    }

    /// Puts the questions of an interview into another order.
    ///
    /// - Parameter numbers: those that come first, in their order.
    /// - Throws: `ServiceError`.
    public func reorderQuestions(
        of name: RecordName, to numbers: [Int64], for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            return try await archive.records.reorderQuestions(
                of: .number(sheet.number), to: numbers, at: tools.now)
        }
    }
}
