/// Why a job is given back that was not done.
public enum JobPause: Sendable, Hashable {
    /// The program that did it ends.
    case nothing
    /// Somebody else has what it needs.
    case inTheWay
    /// Something of the machine failed, and not of the job: the disk was full, or a program did not start.
    case fault
}
