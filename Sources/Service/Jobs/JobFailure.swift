import Archive
import Audio
import FoundationEssentials
import Interview
import Recordings
import Records
import SQL
import Speech
import Storage
import SystemPackage

/// What it means for work on a recording that something failed: whether it may go well another time, and what those are told whose work
/// it is. They learn nothing of the machine; the details are for its log.
public enum JobFailure: Sendable, Hashable {
    /// Somebody else has what is needed.
    case inTheWay
    /// The machine failed, which may pass.
    case passing(String)
    /// It would fail again.
    case lasting(String)

    /// What an error means.
    public init(_ error: any Error) {
        self =
            switch error {
            case let error as ServiceError: Self.meaning(of: error)
            case let error as ArchiveError: Self.meaning(of: error)
            case let error as RecordsError: Self.meaning(of: error)
            case let error as RecordingError: Self.meaning(of: error)
            case let error as StorageError: Self.meaning(of: error)
            case let error as SQLError: Self.meaning(of: error)
            case let error as RecognitionError: Self.meaning(of: error)
            case let error as AudioError: Self.meaning(of: error)
            case let error as InterviewError: .lasting(error.refusal)
            case is NothingHears: .lasting("\(error)")
            case let error as Errno: .passing(Self.isFull(error) ? Self.full : Self.files)
            case is CocoaError: .passing(Self.files)
            default: .lasting(Self.unknown)
            }
    }

    /// The sentence for those whose work it is.
    public var sentence: String {
        switch self {
        case .inTheWay: "Somebody else is working on it just now."
        case .passing(let sentence), .lasting(let sentence): sentence
        }
    }

    private static let full = "The disk of the server is full."
    private static let files = "The server could not read or write its files."
    private static let database = "The server could not reach its database."
    private static let key = "The recordings of the server are encrypted, and their key is not there."
    private static let start = "Speech recognition did not start on the server."
    private static let away = "The service that hears for the server gave no answer."
    private static let model =
        "Speech recognition is not set up on the server, as its log says: order it once more when that is mended."
    private static let heard =
        "Speech recognition failed on the recording, as the log of the server says: order it once more, or give the words in writing."
    private static let sound =
        "The recording cannot be decoded: send it again, if possible as WAV or FLAC."
    private static let damaged = "What the server keeps of it is damaged, as its log says: send it again."
    private static let unknown =
        "It failed on the server, as its log says: order it once more when that is mended."

    private static func meaning(of error: ServiceError) -> JobFailure {
        switch error {
        case .busy: .inTheWay
        case .noRoom: .passing(full)
        case .failed: .lasting(unknown)
        default: .lasting(error.description)
        }
    }

    private static func meaning(of error: ArchiveError) -> JobFailure {
        switch error {
        case .records(let error): meaning(of: error)
        case .recordings(let error): meaning(of: error)
        case .storage(let error): meaning(of: error)
        case .interview(let error): .lasting(error.refusal)
        }
    }

    private static func meaning(of error: RecordsError) -> JobFailure {
        switch error {
        case .database(let error): meaning(of: error)
        case .changedMeanwhile, .cancelled: .inTheWay
        case .damaged: .lasting(damaged)
        default: .lasting(error.description)
        }
    }

    private static func meaning(of error: RecordingError) -> JobFailure {
        switch error {
        case .diskFull: .passing(full)
        case .readFailed, .writeFailed: .passing(files)
        case .noKey, .wrongKey, .keyRefused: .passing(key)
        case .busy, .cancelled: .inTheWay
        case .notFound: .lasting("The recording is not kept any more.")
        case .damaged, .newerFormat: .lasting(damaged)
        case .exportRefused: .lasting(unknown)
        }
    }

    private static func meaning(of error: StorageError) -> JobFailure {
        switch error {
        case .writeFailed, .readFailed, .taken, .noFolder: .passing(files)
        case .sessionInUse, .questionsInUse, .recordingsInUse: .inTheWay
        case .damaged: .lasting(damaged)
        }
    }

    private static func meaning(of error: SQLError) -> JobFailure {
        switch error {
        case .full: .passing(full)
        case .cannotOpen, .busy, .readOnly, .connectionLost: .passing(database)
        case .cancelled: .inTheWay
        case .damaged: .lasting(damaged)
        case .newerVersion, .ruleBroken, .failed, .unexpectedValue: .lasting(unknown)
        }
    }

    private static func meaning(of error: RecognitionError) -> JobFailure {
        switch error {
        case .engineFailed: .passing(start)
        case .modelMissing, .modelInvalid, .textsInvalid: .lasting(model)
        case .unanswered: .passing(away)
        case .decodingFailed: .lasting(heard)
        }
    }

    private static func meaning(of error: AudioError) -> JobFailure {
        switch error {
        case .temporaryStorageFailed, .writeFailed, .cannotOpen, .notPermitted, .notFound: .passing(files)
        case .cancelled: .inTheWay
        default: .lasting(sound)
        }
    }

    private static func isFull(_ error: Errno) -> Bool { [.noSpace, .diskQuotaExceeded].contains(error) }
}
