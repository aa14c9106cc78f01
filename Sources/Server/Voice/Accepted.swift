import HTTPTypes
import Hummingbird
import Service
import Web

/// What came of a request whose work goes on in the background.
enum Accepted<Value: Sendable>: Sendable {
    /// It is done already.
    case done(Value)
    /// It was accepted; the job does it.
    case job(JobStatus)
}

extension EndpointReply {
    /// An object when the work is done within the time that is waited for it, else the job that does it, with status 202.
    static func oneOrJob<Whole: Sendable>(
        _ form: ReplyForm<Whole>, status: HTTPResponse.Status = .ok,
        _ about: String = "Done, within the time that `Prefer: wait=N` allows."
    ) -> EndpointReply where Value == Accepted<Whole> {
        let done = EndpointReply<Whole>.one(form, status: status, about)
        return EndpointReply(
            description: done.description,
            others: [
                Operation.Reply(
                    202,
                    "Accepted and kept; the job in the background does it. `Location` says where to ask for it.",
                    [Operation.Body(JobReply.form.schema)])
            ]
        ) { value in
            switch value {
            case .done(let whole): return try done.response(whole)
            case .job(let job):
                var response = try EndpointReply<JobStatus>.one(JobReply.form, status: .accepted).response(
                    job)
                response.headers[.location] = JobReply.url(of: job)
                response.headers[.retryAfter] = "1"
                return response
            }
        }
    }
}
