import Synchronization

/// What a worker answers, read one after the other on a thread of its own.
final class WorkerAnswers: Sendable {
    private let pipe: Mutex<WorkerPipe>
    private let failure = Mutex(WorkerPipe.Failure.ended)

    init(_ pipe: consuming sending WorkerPipe) { self.pipe = Mutex(pipe) }

    /// The next answer; `nil` when none comes any more.
    ///
    /// - Parameter isHanging: whether somebody has waited for too long; a worker that is asked nothing may be silent.
    func next(isHanging: () -> Bool) -> WorkerMessage.Answer? {
        while true {
            do throws(WorkerPipe.Failure) {
                return try pipe.withLock { (pipe) throws(WorkerPipe.Failure) in
                    try pipe.receive(WorkerMessage.Answer.self)
                }
            } catch {
                if case .silent = error, !isHanging() { continue }
                failure.withLock { $0 = error }
                return nil
            }
        }
    }

    /// Why no answer comes any more.
    func reason(_ process: WorkerProcess) -> String { Worker.reason(failure.withLock { $0 }, process) }
}
