import Archive
import Audio
import Batch
import Credentials
import Documents
import Interview
import Models
import PDF
import Recordings
import Records
import Reports
import SQL
import Server
import Service
import Speech
import Storage

extension CommandFailure {
    /// What an error of the modules means as an exit code; `nil` for one that is not theirs.
    init?(_ error: any Error) {
        switch error {
        case let failure as CommandFailure: self = failure
        case let error as AudioError: self.init(Self.status(of: error), "\(error)")
        case let error as RecognitionError: self.init(Self.status(of: error), "\(error)")
        case let error as SynthesisError: self.init(Self.status(of: error), "\(error)")
        case let error as StorageError: self.init(Self.status(of: error), "\(error)")
        case let error as ArchiveError: self.init(Self.status(of: error), "\(error)")
        case let error as RecordsError: self.init(Self.status(of: error), "\(error)")
        case let error as RecordingError: self.init(Self.status(of: error), "\(error)")
        case let error as QuestionBankFileError:
            self.init(.badInput, lines: error.problems.map(\.description))
        case let error as QuestionBankError: self.init(.badInput, "\(error)")
        case let error as ServiceError: self.init(Self.status(of: error), "\(error)")
        case let error as TokenKeyError: self.init(Self.status(of: error), "\(error)")
        case let error as InterviewError: self.init(.failure, "\(error)")
        case let error as BatchError: self.init(Self.status(of: error), "\(error)")
        case let error as DocumentError: self.init(Self.status(of: error), "\(error)")
        case let error as PDFError: self.init(error == .noFont ? .unavailable : .failure, "\(error)")
        case let error as ReportError: self.init(.failure, "\(error)")
        case let error as ModelError: self.init(Self.status(of: error), "\(error)")
        case let error as ListenFailure: self.init(Self.status(of: error), "\(error)")
        case is CancellationError: self.init(.interrupted, "Stopped.")
        default: return nil
        }
    }

    private static func status(of error: AudioError) -> ExitStatus {
        switch error {
        case .notFound, .isDirectory, .notAFile, .cannotOpen, .readFailed, .changedSinceOpened: .noInput
        case .notPermitted(_, let action): action == "read" ? .noInput : .cannotWrite
        case .empty, .noSamples, .headerTruncated, .notAudio, .unsupported, .notStereo, .noSuchChannel,
            .decoderFailed, .tooLarge:
            .badInput
        case .decoderMissing, .noDevice, .noSuchDevice, .deviceFailed: .unavailable
        case .alreadyExists, .partialExists, .writeFailed, .fileFull, .temporaryStorageFailed: .cannotWrite
        case .cancelled: .interrupted
        case .alreadyRead, .alreadyFinished, .conversionFailed: .failure
        }
    }

    private static func status(of error: BatchError) -> ExitStatus {
        switch error {
        case .resultsExist, .outputFailed, .outputInUse: .cannotWrite
        case .badLine: .badInput
        case .unreadable: .noInput
        }
    }

    private static func status(of error: DocumentError) -> ExitStatus {
        switch error {
        case .notFound, .notAFile, .cannotRead: .noInput
        case .empty, .tooLarge, .tooMuchText, .refused, .notUTF8, .encrypted, .noPages, .damaged, .noText,
            .outOfLimits, .programFailed:
            .badInput
        case .programMissing: .unavailable
        case .noPlace: .cannotWrite
        case .cancelled: .interrupted
        }
    }

    private static func status(of error: RecognitionError) -> ExitStatus {
        switch error {
        case .modelMissing, .modelInvalid, .textsInvalid, .engineFailed: .unavailable
        case .unanswered: .unavailable
        case .decodingFailed: .failure
        }
    }

    private static func status(of error: SynthesisError) -> ExitStatus {
        switch error {
        case .emptyText, .textTooLong: .badInput
        case .unknownVoice, .engineFailed: .unavailable
        case .outOfRange: .usage
        }
    }

    private static func status(of error: ArchiveError) -> ExitStatus {
        switch error {
        case .records(let error): status(of: error)
        case .recordings(let error): status(of: error)
        case .storage(let error): status(of: error)
        case .interview: .failure
        }
    }

    private static func status(of error: ServiceError) -> ExitStatus {
        switch error {
        case .notFound: .noInput
        case .invalid: .usage
        case .otherKind, .tooLarge: .badInput
        case .noRoom: .cannotWrite
        case .notSignedIn, .notAllowed, .conflict, .failed: .failure
        case .tooMany, .busy: .unavailable
        }
    }

    private static func status(of error: ListenFailure) -> ExitStatus {
        switch error.reason {
        case .taken, .notAllowed, .other: .unavailable
        case .notOfThisMachine, .unknownHost: .usage
        }
    }

    private static func status(of error: TokenKeyError) -> ExitStatus {
        switch error {
        case .refused: .unavailable
        case .readFailed: .noInput
        case .writeFailed: .cannotWrite
        }
    }

    private static func status(of error: RecordsError) -> ExitStatus {
        switch error {
        case .database(let error): status(of: error)
        case .notFound: .noInput
        case .damaged: .badInput
        case .invalid, .asksAndAnswers, .taken: .usage
        case .changedMeanwhile, .interview, .conflict: .failure
        case .cancelled: .interrupted
        }
    }

    private static func status(of error: SQLError) -> ExitStatus {
        switch error {
        case .cannotOpen, .connectionLost, .busy, .newerVersion: .unavailable
        case .damaged: .badInput
        case .full, .readOnly: .cannotWrite
        case .cancelled: .interrupted
        case .ruleBroken, .failed, .unexpectedValue: .failure
        }
    }

    private static func status(of error: RecordingError) -> ExitStatus {
        switch error {
        case .notFound, .readFailed: .noInput
        case .damaged, .newerFormat: .badInput
        case .noKey, .wrongKey, .keyRefused, .busy: .unavailable
        case .exportRefused, .writeFailed, .diskFull: .cannotWrite
        case .cancelled: .interrupted
        }
    }

    private static func status(of error: StorageError) -> ExitStatus {
        switch error {
        case .writeFailed, .taken, .noFolder: .cannotWrite
        case .readFailed: .noInput
        case .damaged: .badInput
        case .sessionInUse, .questionsInUse, .recordingsInUse: .unavailable
        }
    }
}
