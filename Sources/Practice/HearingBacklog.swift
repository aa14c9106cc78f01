import Speech
import Synchronization

/// How far the hearing of a live recording is behind the recording: told by both sides.
final class HearingBacklog: Sendable {
    private struct State {
        var recordedSeconds = 0.0
        var heardSeconds = 0.0
        var isOver = false
    }

    private let state = Mutex(State())
    private let steps: AsyncStream<Void>
    private let step: AsyncStream<Void>.Continuation

    init() { (steps, step) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Notes that a buffer was recorded.
    func recorded(_ buffer: AudioBuffer) {
        state.withLock { $0.recordedSeconds = buffer.time.endSeconds }
    }

    /// Notes that a buffer was heard.
    func heard(_ buffer: AudioBuffer) {
        state.withLock { $0.heardSeconds = buffer.time.endSeconds }
        step.yield()
    }

    /// Notes that nothing more will be heard.
    func end() {
        state.withLock { $0.isOver = true }
        step.finish()
    }

    /// How much audio has been recorded since `buffer`, in seconds.
    func seconds(behind buffer: AudioBuffer) -> Double {
        state.withLock { $0.recordedSeconds } - buffer.time.endSeconds
    }

    /// Waits until the hearing is at most so far behind, or nothing more will be heard. One may wait.
    func wait(untilBehind seconds: Double) async {
        func isBehind() -> Bool {
            state.withLock { !$0.isOver && $0.recordedSeconds - $0.heardSeconds > seconds }
        }
        guard isBehind() else { return }
        for await _ in steps where !isBehind() { return }
    }
}
