public import Accounts
import Archive
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
        let place = try await requireRoomForAnswer(in: name, for: requester)
        defer { place.leave() }
        return try await attempt {
            let copy: HeldUpload
            do {
                let reader = try await recording(ofAnswer: other, of: interview, for: requester)
                copy = try archive.heldCopy(of: reader.id)
            } catch {
                guard case .notFound = ServiceError(error) else { throw error }
                throw ServiceError.invalid(field: field, reason: "There is no such recording here.")
            }
            defer { withExtendedLifetime(copy) {} }
            return try await answer(
                SpokenAnswer(path: copy.path, field: field, code: code, time: time, addresses: addresses),
                to: number, of: name, for: requester)
        }
    }
}
