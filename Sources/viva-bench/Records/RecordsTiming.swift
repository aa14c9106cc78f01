import Speech

/// How long a reading of the records took, over some runs.
struct RecordsTiming {
    /// What was read.
    let name: String
    /// How many rows or figures it gave.
    let rows: Int
    /// The times, in milliseconds, shortest first.
    let milliseconds: [Double]
    /// The processor times of the same runs on this side, in milliseconds, shortest first: on a machine that others use they say
    /// more. What a PostgreSQL server does is not among them.
    let processorMilliseconds: [Double]

    /// Times a reading: once to warm up, then `runs` times.
    init(_ name: String, runs: Int, _ read: (Int) async throws -> Int) async throws {
        self.name = name
        var rows = try await read(0)
        var times: [Double] = []
        var processorTimes: [Double] = []
        for run in 0..<max(1, runs) {
            let (begin, processorBegin) = (ContinuousClock.now, ProcessorTime.seconds)
            rows = try await read(run)
            times.append((ContinuousClock.now - begin) / .milliseconds(1))
            processorTimes.append((ProcessorTime.seconds - processorBegin) * 1000)
        }
        self.rows = rows
        milliseconds = times.sorted()
        processorMilliseconds = processorTimes.sorted()
    }

    /// The head of the figures of `line`.
    static let head = ["median, ms", "95th percentile, ms", "processor, median, ms", "95th percentile, ms"]

    /// The 95th percentile of the times, and in brackets that of the processor times, in milliseconds.
    var high: String {
        let figures = [milliseconds, processorMilliseconds].map { times in
            Spread.quantile(times, 0.95).map { FixedPoint($0, places: 1).description } ?? ""
        }
        return "\(figures[0]) (\(figures[1]))"
    }

    /// The line of a table: name, rows, median and 95th percentile of the times, then of the processor times, in milliseconds.
    var line: [String] {
        let figures = [milliseconds, processorMilliseconds].flatMap { times in
            [0.5, 0.95].map { Spread.quantile(times, $0).map { FixedPoint($0, places: 1).description } ?? "" }
        }
        return [name, "\(rows)"] + figures
    }
}
