public import Interview
public import Records

/// A job as whoever ordered it sees it.
public struct JobStatus: Sendable {
    /// The job.
    public let kept: KeptJob
    /// How many jobs come before it; `nil` for one that does not wait.
    public let position: Int?

    /// Its number.
    public var number: Int64 { kept.number }
    /// How far it is.
    public var state: Job.State { kept.state }
}
