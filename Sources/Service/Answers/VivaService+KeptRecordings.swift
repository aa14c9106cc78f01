public import Accounts
import Archive
import FoundationEssentials
public import Interview
import Recordings
public import Records

extension VivaService {
    /// Answers a question with a recording that is kept here already: that of another answer.
    ///
    /// - Parameters:
    ///   - other: the number of the other answer.
    ///   - interview: its interview.
    ///   - field: the field of the request that names it, for messages.
    ///   - number: the number of the question that is answered.
    ///   - name: the interview of that question.
    /// - Throws: `ServiceError`; `invalid` when there is no such recording for whoever asks.
    public func answer(
        withRecordingOf other: Int64, of interview: RecordName, field: String, code: String? = nil,
        time: InterviewAnswer.Time = .unknown, addresses: AnswerAddresses? = nil, to number: Int64,
        in name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> JobStatus {
        try await requireRoomForAnswer(in: name, for: requester)
        return try await attempt {
            let path: String
            do {
                let reader = try await recording(ofAnswer: other, of: interview, for: requester)
                try FileManager.default.createDirectory(
                    atPath: archive.uploadFolder, withIntermediateDirectories: true,
                    attributes: [.posixPermissions: 0o700])
                path = "\(archive.uploadFolder)/\(UUID().uuidString.lowercased())"
                try archive.vault.copy(reader.id, to: path)
            } catch {
                guard case .notFound = ServiceError(error) else { throw error }
                throw ServiceError.invalid(field: field, reason: "There is no such recording here.")
            }
            defer { try? FileManager.default.removeItem(atPath: path) }
            return try await answer(
                SpokenAnswer(path: path, field: field, code: code, time: time, addresses: addresses),
                to: number, of: name, for: requester)
        }
    }
}
