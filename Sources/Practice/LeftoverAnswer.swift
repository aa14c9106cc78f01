import Audio
import FoundationEssentials
import Storage

/// What a program that ended in the middle of an answer left of it in the session folder.
enum LeftoverAnswer: Equatable {
    /// Nothing: the answer is to be given.
    case none
    /// The whole answer, which was not noted yet.
    case finished
    /// A recording that was cut short and is whole again, so long.
    case recovered(seconds: Double)
    /// A recording of which nothing can be saved; it was moved out of the way.
    case damaged(movedTo: String, reason: String)

    /// Looks for what is left of the answer `file`, and makes it whole or moves it aside.
    ///
    /// - Throws: `AudioError` when the recording cannot be reached or written, `StorageError` when it cannot be moved.
    static func recover(_ file: String) throws -> LeftoverAnswer {
        if FileManager.default.fileExists(atPath: file) { return .finished }
        let partial = WorkFolder.unfinished(file)
        guard FileManager.default.fileExists(atPath: partial) else { return .none }
        do throws(AudioError) {
            return .recovered(seconds: try WAVWriter.recoverPartial(at: file))
        } catch {
            switch error {
            case .empty, .noSamples, .headerTruncated, .notAudio, .unsupported:
                return .damaged(movedTo: try moveAside(partial), reason: "\(error)")
            default: throw error
            }
        }
    }

    /// How long a recording is that was cut short and can be gone on with, in seconds; 0 when there is none, or one that is damaged.
    ///
    /// - Throws: `AudioError` when it cannot be reached.
    static func keptSeconds(_ file: String) throws(AudioError) -> Double {
        let manager = FileManager.default
        guard !manager.fileExists(atPath: file), manager.fileExists(atPath: WorkFolder.unfinished(file))
        else { return 0 }
        do throws(AudioError) { return try WAVWriter.repairPartial(at: file) } catch {
            switch error {
            case .empty, .noSamples, .headerTruncated, .notAudio, .unsupported: return 0
            default: throw error
            }
        }
    }

    /// Gives a recording a name that nothing looks for, one that is free, and returns it.
    private static func moveAside(_ partial: String) throws -> String {
        var aside = partial + WorkFolder.asideMark
        var number = 2
        while FileManager.default.fileExists(atPath: aside) {
            aside = "\(partial)\(WorkFolder.asideMark)-\(number)"
            number += 1
        }
        try DurableFile.rename(partial, to: aside)
        return aside
    }
}
