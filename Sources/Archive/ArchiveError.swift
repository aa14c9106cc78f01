public import Interview
public import Recordings
public import Records
import SQL
public import Storage

/// Why something could not be kept or read back.
public enum ArchiveError: Error, Sendable, CustomStringConvertible {
    /// The rows.
    case records(RecordsError)
    /// The recordings.
    case recordings(RecordingError)
    /// A file.
    case storage(StorageError)
    /// What was asked does not fit the interview.
    case interview(InterviewError)

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .records(let error): error.description
        case .recordings(let error): error.description
        case .storage(let error): error.description
        case .interview(let error): error.description
        }
    }

    /// What an error of one of the parts means.
    init(_ error: any Error) {
        self =
            switch error {
            case let error as ArchiveError: error
            case let error as RecordingError: .recordings(error)
            case let error as StorageError: .storage(error)
            case let error as InterviewError: .interview(error)
            default: .records(RecordsError(error))
            }
    }
}
