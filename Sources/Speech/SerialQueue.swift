import Dispatch

/// A serial executor with a queue of its own, for an actor that wraps a C library and computes or waits for long.
///
/// An actor on Swift's shared pool holds one of its few threads while it decodes; on this one it holds none, and
/// the pool stays free for the tasks that wait for the result.
package final class SerialQueue: SerialExecutor {
    private let queue: DispatchQueue

    /// A queue that debuggers and crash reports show under `label`.
    package init(label: String) {
        queue = DispatchQueue(label: label, qos: .userInitiated)
    }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }
}
