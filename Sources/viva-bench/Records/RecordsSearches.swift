import Interview
import Records

/// The searches in what was said that the bench times, from words that are in few answers to words that are in many.
struct RecordsSearches {
    let records: Records
    let runs: Int

    /// The searches: of each, how many places there are and how long a page took.
    func timings() async throws -> [RecordsTiming] {
        let searches: [(String, @Sendable (Int) -> String)] = [
            ("a word of one answer in 3000", { DrawnText.word(15_000 + $0) }),
            ("a word of one answer in 80", { DrawnText.word(500 + $0) }),
            ("a word of one answer in 16", { DrawnText.word(100 + $0) }),
            ("a word of one answer in four", { DrawnText.word(20 + $0 % 3) }),
            ("two words", { "\(DrawnText.word(100 + $0)) \(DrawnText.word(50 + $0))" }),
            ("two words side by side", { "\"\(DrawnText.word(5 + $0)) \(DrawnText.word(2))\"" }),
            ("a word without another", { "\(DrawnText.word(400 + $0)) -\(DrawnText.word(3))" }),
            ("either of two words", { "\(DrawnText.word(700 + $0)) or \(DrawnText.word(800 + $0))" }),
        ]
        var timings: [RecordsTiming] = []
        for (name, text) in searches {
            timings.append(try await timing(name) { (text($0), InterviewFilter()) })
        }
        timings.append(
            try await timing("a word of one answer in 80, in completed interviews of a kind") { run in
                var filter = InterviewFilter()
                filter.states = [.completed]
                filter.kinds = [.technical]
                return (DrawnText.word(500 + run), filter)
            })
        timings.append(
            try await timing("a word of one answer in four, of a candidate") { run in
                var filter = InterviewFilter()
                filter.candidate = Int64(run % 500 + 1)
                return (DrawnText.word(20 + run % 3), filter)
            })
        return timings
    }

    private func timing(
        _ name: String, _ search: @Sendable (Int) -> (text: String, filter: InterviewFilter)
    ) async throws -> RecordsTiming {
        try await RecordsTiming(name, runs: runs) { run in
            let (text, filter) = search(run)
            return try await records.search(text, in: filter, page: .skipping(0, count: 20)).total ?? 0
        }
    }
}
