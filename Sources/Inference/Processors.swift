import COpenBLAS
import Dispatch
import Synchronization

/// How many processors large work takes.
///
/// Work is shared out here and OpenBLAS keeps to one thread: what is no product of matrices, half of the time when the
/// products have two processors, is shared too.
public enum Processors {
    /// OpenBLAS would take all processors for each of the parts, and on some slow kernels.
    static let areSet: Bool = {
        Kernels.chooseWidest()
        openblas_set_num_threads(1)
        return true
    }()

    /// How many work is shared among: what works beside others brings a worker of its own, and takes one.
    private static let count = Atomic(1)

    /// Takes so many, 1 to 64, from here on in the whole process: for one person who waits while the others are idle.
    public static func use(_ count: Int) {
        self.count.store(count, ordering: .relaxed)
    }

    /// How many a task takes, whatever the process does: for tests, which run beside each other.
    @TaskLocal static var ofTask: Int?

    /// Does `work` on `total` things in parts, side by side, and waits for all of them.
    ///
    /// - Parameters:
    ///   - total: How many things there are.
    ///   - least: Fewer than these are not worth another processor.
    ///   - work: Does some of them: it writes to no place that another part writes to or reads.
    static func share(_ total: Int, least: Int, _ work: (Range<Int>) -> Void) {
        let processors = max(1, min(ofTask ?? count.load(ordering: .relaxed), 64))
        let parts = min(processors, total / max(1, least))
        guard parts > 1 else { return work(0..<total) }
        // Twice as many as processors: one that is busy with something else then holds up less. Rows of products go by eight.
        let length = max(least, (total / (2 * parts) + 7) / 8 * 8)
        withoutActuallyEscaping(work) { work in
            // The compiler cannot see that this is safe, as the work holds places in memory: no two parts write to one place,
            // which `share` asks for, every thing is in one part, and all parts have ended when `concurrentPerform` returns.
            // Parts that gave back numbers of their own would need none of this, and copy all that the network computes.
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: (total + length - 1) / length) { part in
                work(part * length..<min(total, (part + 1) * length))
            }
        }
    }
}
