import Speech
import Synchronization

/// How far the hearing of a live recording is behind the recording: written by the one side, read by the other.
final class HearingBacklog: Sendable {
    private let recordedSeconds = Mutex(0.0)

    /// Notes that a buffer was recorded.
    func recorded(_ buffer: AudioBuffer) {
        recordedSeconds.withLock { $0 = buffer.time.endSeconds }
    }

    /// How much audio has been recorded since `buffer`, in seconds.
    func seconds(behind buffer: AudioBuffer) -> Double {
        recordedSeconds.withLock { $0 } - buffer.time.endSeconds
    }
}
