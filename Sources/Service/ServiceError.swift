import Archive
import Credentials
import Interview
import Recordings
import Records
import Storage

/// Why an action was not done.
public enum ServiceError: Error, Sendable, CustomStringConvertible {
    /// There is no such thing, or none that the one who asks may know of.
    case notFound(kind: String, name: String)
    /// Nobody has signed in, or what was signed in is over.
    case notSignedIn(reason: String)
    /// The one who asks may not do this.
    case notAllowed(reason: String)
    /// What was given cannot be taken.
    case invalid(field: String, reason: String)
    /// A file that was given is not of a kind that is taken.
    case otherKind(field: String, reason: String)
    /// A file that was given is larger or longer than is taken.
    case tooLarge(field: String, reason: String)
    /// There is no room on the disk for what was given.
    case noRoom(reason: String)
    /// It does not fit what is there now: the state of an interview, a time, a name that is taken.
    case conflict(reason: String)
    /// Somebody asked too often.
    case tooMany(retryAfterSeconds: Int, reason: String)
    /// There is too much to do just now.
    case busy(retryAfterSeconds: Int, reason: String)
    /// Something on this machine failed.
    case failed(reason: String)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .notFound(let kind, let name): "There is no \(kind) \(name)."
        case .invalid(let field, let reason), .otherKind(let field, let reason),
            .tooLarge(let field, let reason):
            "\(field): \(reason)"
        case .noRoom(let reason): reason
        case .notSignedIn(let reason), .notAllowed(let reason), .conflict(let reason),
            .tooMany(_, let reason), .busy(_, let reason), .failed(let reason):
            reason
        }
    }

    /// What an error of a part below means.
    public init(_ error: any Error) {
        self =
            switch error {
            case let error as ServiceError: error
            case let error as ArchiveError: Self.meaning(of: error)
            case let error as RecordsError: Self.meaning(of: error)
            case let error as InterviewError: .conflict(reason: error.refusal)
            case let error as TokenError: .notSignedIn(reason: error.description)
            case PasswordHasher.Refusal.busy:
                .busy(
                    retryAfterSeconds: 2,
                    reason: "Too many are signing in just now: try again in some seconds.")
            case PasswordHasher.Refusal.failed(let reason): .failed(reason: reason)
            case let error as InvalidField: .invalid(field: error.field, reason: error.reason)
            default: .failed(reason: "\(error)")
            }
    }

    private static func meaning(of error: ArchiveError) -> ServiceError {
        switch error {
        case .records(let error): meaning(of: error)
        case .interview(let error): .conflict(reason: error.refusal)
        case .storage(.sessionInUse):
            .busy(
                retryAfterSeconds: 2,
                reason: "Somebody else is working on the interview just now: ask again when that is done.")
        case .recordings(.diskFull(path: _)): .noRoom(reason: error.description)
        case .recordings, .storage: .failed(reason: error.description)
        }
    }

    private static func meaning(of error: RecordsError) -> ServiceError {
        switch error {
        case .notFound(let kind, let name): .notFound(kind: kind, name: name)
        case .invalid(let field, let reason): .invalid(field: field, reason: reason)
        case .changedMeanwhile, .taken: .conflict(reason: error.description)
        // What takes them is told to those alone who may read it: `tellingClashes` knows who asks.
        case .conflict: .conflict(reason: "Somebody is taken then. Choose another time.")
        case .asksAndAnswers(_, let interview):
            .conflict(reason: "One person would ask and answer in interview \(interview): name two people.")
        case .interview(let error): .conflict(reason: error.refusal)
        case .database, .damaged, .cancelled: .failed(reason: error.description)
        }
    }
}
