import Audio
import Speech
import Storage
import Synchronization

/// The sound of a live recording that is still to be heard, in the order of time.
///
/// Whoever records never waits for whoever hears. Of what was not heard yet the latest seconds are held here; when there is more, the rest
/// comes from the file that is being recorded, where it is already.
final class HearingBacklog: Sendable {
    /// How much sound is held at most, in seconds: half a minute is 2 MB.
    static let limitSeconds = 30.0

    private struct State {
        var buffers: [AudioBuffer] = []
        /// How much was recorded, in samples.
        var recordedSample = 0
        var isWhole = false
        var isOver = false
        var isTorn = false
        /// Whether something was heard that waits to be told.
        var hasNews = false
    }

    /// What there is from a sample on.
    private enum Step {
        case buffer(AudioBuffer)
        /// It is in the file alone.
        case inFile
        case nothingYet
        case nothingMore
    }

    private let path: String
    private let state = Mutex(State())
    private let bells: AsyncStream<Void>
    private let bell: AsyncStream<Void>.Continuation

    /// Nothing was recorded yet.
    ///
    /// - Parameter path: where the recording is when it is whole.
    init(path: String) {
        self.path = path
        (bells, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    // MARK: - Recording

    /// Notes that the file already has the sound up to a sample.
    func isThere(untilSample sample: Int) {
        state.withLock { $0.recordedSample = sample }
        bell.yield()
    }

    /// Notes that a buffer was recorded.
    func recorded(_ buffer: AudioBuffer) {
        state.withLock { state in
            state.recordedSample = buffer.endSample
            guard !state.isOver else { return }
            state.buffers.append(buffer)
            let first = buffer.endSample - AudioBuffer.sample(Self.limitSeconds)
            state.buffers.removeFirst(state.buffers.prefix { $0.startSample < first }.count)
        }
        bell.yield()
    }

    /// Notes that nothing more will be recorded.
    func finish() {
        state.withLock { $0.isWhole = true }
        bell.yield()
    }

    // MARK: - Hearing

    /// Notes that something was heard beside the reading: a buffer without sound comes next when no other does, so that it is told
    /// though nothing more is recorded.
    func bringNews() {
        state.withLock { $0.hasNews = true }
        bell.yield()
    }

    /// Notes that nothing more will be heard.
    func end() {
        state.withLock { state in
            state.isOver = true
            state.buffers = []
        }
    }

    /// Whether some of it could not be read back from the file, and was not heard.
    var isTorn: Bool { state.withLock { $0.isTorn } }

    /// How much audio has been recorded since `buffer`, in seconds.
    func seconds(behind buffer: AudioBuffer) -> Double {
        AudioBuffer.seconds(state.withLock { $0.recordedSample } - buffer.endSample)
    }

    private func step(from sample: Int) -> Step {
        state.withLock { state in
            state.buffers.removeFirst(state.buffers.prefix { $0.endSample <= sample }.count)
            let hasNews = state.hasNews
            state.hasNews = false
            guard state.recordedSample > sample else {
                if state.isWhole { return .nothingMore }
                return hasNews ? .buffer(AudioBuffer(samples: [], startSample: sample)) : .nothingYet
            }
            guard let first = state.buffers.first, let rest = first.rest(from: sample) else { return .inFile }
            state.buffers.removeFirst()
            return .buffer(rest)
        }
    }

    private func ring() async { for await _ in bells { return } }

    /// The file as far as it is written; it gets its name when it is whole.
    private func read() async -> AudioStream? {
        for place in [WorkFolder.unfinished(path), path] {
            if let stream = try? await AudioFile.open(.file(path: place)).buffers() { return stream }
        }
        return nil
    }
}

extension HearingBacklog: AsyncSequence {
    /// What is heard; one may hear.
    struct Iterator: AsyncIteratorProtocol {
        fileprivate let backlog: HearingBacklog
        /// From where on it was not heard yet.
        private var sample = 0
        private var file: AudioStream?

        fileprivate init(_ backlog: HearingBacklog) { self.backlog = backlog }

        /// The next sound; `nil` at the end, when the task was cancelled, and when the file cannot be read.
        mutating func next() async -> AudioBuffer? {
            while !Task.isCancelled {
                if let buffer = await nextInFile() { return take(buffer) }
                switch backlog.step(from: sample) {
                case .buffer(let buffer): return take(buffer)
                case .nothingYet: await backlog.ring()
                case .nothingMore: return nil
                case .inFile:
                    file = await backlog.read()
                    if let buffer = await nextInFile() { return take(buffer) }
                    backlog.state.withLock { $0.isTorn = true }
                    return nil
                }
            }
            return nil
        }

        private mutating func take(_ buffer: AudioBuffer) -> AudioBuffer {
            sample = buffer.endSample
            return buffer
        }

        private mutating func nextInFile() async -> AudioBuffer? {
            while let buffer = try? await file?.next() {
                if let rest = buffer.rest(from: sample) { return rest }
            }
            file = nil
            return nil
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(self) }
}

extension AudioBuffer {
    /// What of it lies behind a sample; `nil` where that is nothing, or where something is missing between the two.
    fileprivate func rest(from sample: Int) -> AudioBuffer? {
        guard startSample <= sample, endSample > sample else { return nil }
        return AudioBuffer(samples: Array(samples.dropFirst(sample - startSample)), startSample: sample)
    }
}
