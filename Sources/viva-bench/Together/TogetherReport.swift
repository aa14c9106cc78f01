/// What one of the programs did: how often, how long the longest took, and what went wrong.
struct TogetherReport: Codable {
    /// One sort of thing that was done.
    struct Operation: Codable {
        var count = 0
        var milliseconds = 0.0
        var worstMilliseconds = 0.0
    }

    /// The most errors that are told of one program.
    private static let errorLimit = 20

    private(set) var operations: [String: Operation] = [:]
    private(set) var errors: [String] = []
    /// How often something that was to be read had been deleted meanwhile.
    var goneMeanwhile = 0

    /// Times one thing; an error is noted and thrown on.
    mutating func timed<Value>(_ name: String, _ work: () async throws -> Value) async throws -> Value {
        let begin = ContinuousClock.now
        let value = try await work()
        let milliseconds = (ContinuousClock.now - begin) / .milliseconds(1)
        var operation = operations[name] ?? Operation()
        operation.count += 1
        operation.milliseconds += milliseconds
        operation.worstMilliseconds = max(operation.worstMilliseconds, milliseconds)
        operations[name] = operation
        return value
    }

    mutating func note(_ problem: String) {
        if errors.count < Self.errorLimit { errors.append(problem) }
    }

    /// What all did.
    static func table(_ reports: [TogetherReport]) -> String {
        var sums: [String: Operation] = [:]
        for (name, operation) in reports.flatMap(\.operations) {
            var sum = sums[name] ?? Operation()
            sum.count += operation.count
            sum.milliseconds += operation.milliseconds
            sum.worstMilliseconds = max(sum.worstMilliseconds, operation.worstMilliseconds)
            sums[name] = sum
        }
        let lines = sums.sorted { $0.key < $1.key }.map { name, sum in
            [
                name, "\(sum.count)", Spread.text(sum.milliseconds / Double(max(1, sum.count))),
                Spread.text(sum.worstMilliseconds),
            ]
        }
        let gone = reports.reduce(0) { $0 + $1.goneMeanwhile }
        return MarkdownTable.text(
            head: ["what", "times", "mean, ms", "longest, ms"], lines: lines, labels: 1)
            + "\n\n\(gone) times what was to be read had been deleted meanwhile."
    }
}
