import Audio
import Practice

extension ServiceError {
    /// What it means that a recording in a field of a request cannot be taken.
    init(_ error: any Error, field: String) {
        switch error {
        case let error as RecordingIncomplete: self = .invalid(field: field, reason: error.description)
        case let error as RecordingTooLong: self = .tooLarge(field: field, reason: error.description)
        case let error as AudioError: self = Self.meaning(of: error, field: field)
        default: self.init(error)
        }
    }

    private static func meaning(of error: AudioError, field: String) -> ServiceError {
        switch error {
        case .empty, .noSamples, .headerTruncated, .readFailed, .conversionFailed:
            .invalid(field: field, reason: error.description)
        case .notAudio, .decoderMissing, .decoderFailed, .unsupported:
            .otherKind(field: field, reason: error.description)
        case .tooLarge, .fileFull: .tooLarge(field: field, reason: error.description)
        case .writeFailed(_, _, let reason, _, _) where Self.meansFull(reason): .noRoom(reason: Self.full)
        case .temporaryStorageFailed(_, let reason) where Self.meansFull(reason): .noRoom(reason: Self.full)
        default: .failed(reason: error.description)
        }
    }

    /// The system's words for a disk, or a share of it, that is full.
    private static func meansFull(_ reason: String) -> Bool {
        ["No space left on device", "Disk quota exceeded"].contains { reason.contains($0) }
    }

    private static let full =
        "The disk of the server has no room for the recording, and nothing was kept of it. Make room there, and send it again."
}
