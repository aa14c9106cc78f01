import HTTPTypes
import Hummingbird
import Interview
import Records
import Service
import Web

/// How long a reply waits for work in the background.
enum Waiting {
    /// For how many seconds at most, below the time after which a connection without a byte is closed.
    static let limitSeconds = 30
    /// For how many seconds where the client does not say it.
    static let usualSeconds = 3

    /// For how many seconds a request wants to wait, as `Prefer: wait=N` says.
    static func seconds(_ call: Call, usual: Int = usualSeconds) -> Int {
        let preferences = RequestPreferences(call.request.headers[.prefer])
        return min(preferences.waitSeconds ?? usual, limitSeconds)
    }
}

extension VivaService {
    /// A job as soon as it is over, or as it stands after so many seconds. The place that was kept for it is left.
    func ended(_ job: JobStatus, waitingSeconds: Int, for call: Call) async throws -> JobStatus {
        call.place?.leave()
        return try await self.job(
            .number(job.number), waitingSeconds: Double(waitingSeconds), for: call.requester)
    }

    /// The answer of a job where it is judged within the time that a request waits, else the job.
    func waited(_ job: JobStatus, for call: Call) async throws -> Accepted<AnsweredQuestion> {
        let job = try await ended(job, waitingSeconds: Waiting.seconds(call), for: call)
        guard job.state == .done else { return .job(job) }
        return .done(try await answered(by: job, for: call.requester))
    }
}

extension HTTPField.Name {
    /// `Prefer` (RFC 7240).
    static let prefer = HTTPField.Name("Prefer") ?? .accept
}
