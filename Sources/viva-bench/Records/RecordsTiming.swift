/// How long a reading of the records took, over some runs.
struct RecordsTiming {
    /// What was read.
    let name: String
    /// How many rows or figures it gave.
    let rows: Int
    /// The times, in milliseconds, shortest first.
    let milliseconds: [Double]

    /// Times a reading: once to warm up, then `runs` times.
    init(_ name: String, runs: Int, _ read: (Int) async throws -> Int) async throws {
        self.name = name
        var rows = try await read(0)
        var times: [Double] = []
        for run in 0..<max(1, runs) {
            let begin = ContinuousClock.now
            rows = try await read(run)
            times.append((ContinuousClock.now - begin) / .milliseconds(1))
        }
        self.rows = rows
        milliseconds = times.sorted()
    }

    /// The line of a table: name, rows, median and 95th percentile in milliseconds.
    var line: [String] {
        let text = { (share: Double) in
            Spread.quantile(milliseconds, share).map(Spread.text) ?? ""
        }
        return [name, "\(rows)", text(0.5), text(0.95)]
    }
}
