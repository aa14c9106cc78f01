import COpenBLAS
import Synchronization

/// How many processors a large product of matrices takes.
public enum Processors {
    /// OpenBLAS would take all of them: what works beside others brings a worker of its own, and takes one.
    static let areSet: Bool = {
        openblas_set_num_threads(Int32(count.load(ordering: .relaxed)))
        return true
    }()

    private static let count = Atomic(1)

    /// Takes so many, at least 1, from here on in the whole process: for one person who waits while the others are idle.
    public static func use(_ count: Int) {
        self.count.store(max(1, min(count, 64)), ordering: .relaxed)
        guard areSet else { return }
        openblas_set_num_threads(Int32(self.count.load(ordering: .relaxed)))
    }
}
