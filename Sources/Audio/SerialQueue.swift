internal import Dispatch

/// A thread of its own for an actor whose calls block: reading a pipe, waiting for a microphone.
///
/// Swift's shared pool has as many threads as the machine has cores, and a call that blocks one of them
/// holds up all other tasks.
final class SerialQueue: SerialExecutor {
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }
}
