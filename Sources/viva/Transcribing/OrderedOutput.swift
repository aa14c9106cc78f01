/// Prints results in the order of the user, whichever is finished first: one that is early waits.
actor OrderedOutput {
    private let print: @Sendable (PrintedResult) -> Void
    private var order: ArraySlice<Int>
    private var early: [Int: PrintedResult] = [:]

    /// Prints results of jobs with these numbers.
    init(order: [Int], print: @escaping @Sendable (PrintedResult) -> Void) {
        self.order = order[...]
        self.print = print
    }

    /// The result of a job is there.
    func add(_ result: PrintedResult, number: Int) {
        early[number] = result
        while let next = order.first, let result = early.removeValue(forKey: next) {
            order.removeFirst()
            print(result)
        }
    }
}
