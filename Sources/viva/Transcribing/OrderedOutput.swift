/// Prints results in the order of the user, whichever is finished first: one that is early waits.
actor OrderedOutput {
    private let print: @Sendable (String) -> Void
    private var order: ArraySlice<Int>
    private var early: [Int: String] = [:]

    /// Prints results of jobs with these numbers.
    init(order: [Int], print: @escaping @Sendable (String) -> Void) {
        self.order = order[...]
        self.print = print
    }

    /// The result of a job is there; an empty one prints nothing.
    func add(_ text: String, number: Int) {
        early[number] = text
        while let next = order.first, let text = early.removeValue(forKey: next) {
            order.removeFirst()
            if !text.isEmpty { print(text) }
        }
    }
}
