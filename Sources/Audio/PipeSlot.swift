internal import Synchronization

/// A pipe until someone takes it to read it.
final class PipeSlot: Sendable {
    private let pipe: Mutex<SamplePipe?>

    init(_ pipe: consuming sending SamplePipe) {
        self.pipe = Mutex(consume pipe)
    }

    /// The pipe; `nil` when it was taken before.
    func take() -> SamplePipe? {
        pipe.withLock { $0.take() }
    }
}
