import Archive
import Audio
import Foundation
import Interview
import Recordings
import Records
import SQL
import Service
import Speech
import Storage
import Testing

/// What failures mean for work in the background.
struct JobFailureTests {
    private static let path = "/home/somebody/.local/share/viva/uploads/9b80"

    private static let passing: [any Error] = [
        RecordingError.diskFull(path: path), RecordingError.writeFailed(path: path, reason: "no"),
        StorageError.readFailed(path: path, reason: "no"), ServiceError.noRoom(reason: path),
        RecordsError.database(.connectionLost(database: path, reason: "gone")), SQLError.full(database: path),
        RecognitionError.engineFailed(engine: "The decoder's process", reason: path),
        RecognitionError.unanswered(engine: "whisper-1 at 192.0.2.1", reason: path),
        AudioError.temporaryStorageFailed(path: path, reason: "full"), CocoaError(.fileWriteFileExists),
    ]
    private static let lasting: [any Error] = [
        RecordingError.damaged(path: path, reason: "it was changed"),
        AudioError.notAudio(path: path, reasons: [path]),
        RecognitionError.decodingFailed(
            time: TimeRange(startSeconds: 0, endSeconds: 1), reason: "its process died: \(path)"),
        RecognitionError.modelMissing(path: path, remedy: "Look in \(path)."),
        ServiceError.failed(reason: path), SQLError.failed(statement: path, reason: path),
    ]

    @Test func whatMayPassIsToldFromWhatLasts() {
        for error in Self.passing {
            guard case .passing = JobFailure(error) else {
                Issue.record("\(error) may pass.")
                continue
            }
        }
        for error in Self.lasting {
            guard case .lasting = JobFailure(error) else {
                Issue.record("\(error) lasts.")
                continue
            }
        }
        #expect(JobFailure(ServiceError.busy(retryAfterSeconds: 1, reason: "")) == .inTheWay)
        #expect(JobFailure(RecordsError.changedMeanwhile(kind: "interview", name: "1")) == .inTheWay)
    }

    @Test func nobodyLearnsOfTheMachine() {
        for error in Self.passing + Self.lasting {
            let sentence = JobFailure(error).sentence
            #expect(!sentence.contains("/") && !sentence.contains("NS") && sentence.hasSuffix("."))
        }
    }
}
