import FoundationEssentials
import Interview
import Records

/// The readings of the records that the bench times.
struct RecordsReadings {
    let records: Records
    let runs: Int
    /// A clock that is changed twice a year.
    private let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    /// Each statistic over everything, and all of one candidate.
    func statistics() async throws -> [RecordsTiming] {
        let end = DrawnInterview.beginSeconds + DrawnInterview.spanSeconds
        let now = Date(timeIntervalSince1970: Double(end))
        let all = InterviewFilter()
        var times = [
            try await RecordsTiming("figures", runs: runs) { _ in
                try await records.statistics(of: all).interviews
            },
            try await RecordsTiming("score evolution, 100 points", runs: runs) { _ in
                try await records.scoreEvolution(of: all).count
            },
            try await RecordsTiming("delivery evolution, 100 points", runs: runs) { _ in
                try await records.deliveryEvolution(of: all).points.count
            },
            try await RecordsTiming("weak areas", runs: runs) { _ in
                try await records.weakAreas(of: all).categories.count
            },
            try await RecordsTiming("question effectiveness", runs: runs) { _ in
                try await records.questionEffectiveness(of: all, limit: 500).count
            },
            try await RecordsTiming("effectiveness of one question", runs: runs) { run in
                try await records.questionEffectiveness(of: all, question: "q\(run)").count
            },
        ]
        times += [
            try await RecordsTiming("practice by day", runs: runs) { _ in
                try await records.practiceFrequency(of: all, by: .day, in: zone).periods.count
            },
            try await RecordsTiming("practice by month", runs: runs) { _ in
                try await records.practiceFrequency(of: all, by: .month, in: zone).periods.count
            },
            try await RecordsTiming("streaks", runs: runs) { _ in
                try await records.practiceStreaks(of: all, now: now, in: zone).totalDays
            },
            try await RecordsTiming("use of banks", runs: runs) { _ in
                try await records.bankUsage(of: all).count
            },
            try await RecordsTiming("use of templates", runs: runs) { _ in
                try await records.templateUsage(of: all).count
            },
            try await RecordsTiming("interviewers", runs: runs) { _ in
                try await records.interviewerStatistics(of: all).count
            },
        ]
        return times + [
            try await everything("everything of one candidate") { $0.candidate = Int64($1 % 500 + 1) }
        ]
            + [
                try await everything("everything of one skill in a quarter") { filter, run in
                    filter.skill = DrawnInterview.skills[run % DrawnInterview.skills.count]
                    filter.from = now.addingTimeInterval(-Double(run % 6 + 1) * 91 * 86_400)
                    filter.before = filter.from?.addingTimeInterval(91 * 86_400)
                }
            ]
    }

    /// All statistics of some interviews together.
    private func everything(
        _ name: String, _ change: (inout InterviewFilter, Int) -> Void
    ) async throws -> RecordsTiming {
        try await RecordsTiming(name, runs: runs) { run in
            var filter = InterviewFilter()
            change(&filter, run)
            let interviews = try await records.statistics(of: filter).interviews
            _ = try await records.scoreEvolution(of: filter)
            _ = try await records.deliveryEvolution(of: filter)
            _ = try await records.weakAreas(of: filter)
            _ = try await records.questionEffectiveness(of: filter)
            _ = try await records.practiceFrequency(of: filter, by: .week, in: zone)
            _ = try await records.practiceStreaks(of: filter, in: zone)
            _ = try await records.bankUsage(of: filter)
            _ = try await records.templateUsage(of: filter)
            _ = try await records.interviewerStatistics(of: filter)
            return interviews
        }
    }

    /// Pages of lists: the first and a deep one, with and without the total, by each filter.
    func lists() async throws -> [RecordsTiming] {
        var times = [
            try await page("first page") { _, _ in },
            try await page("first page with total", skipping: 0) { _, _ in },
            try await page("page 50 with total", skipping: 980) { _, _ in },
        ]
        let places = try await deepPlaces()
        times.append(
            try await RecordsTiming("a page anywhere, by its place", runs: runs) { run in
                try await records.interviews(page: .after(places[run % places.count], count: 20)).items.count
            })
        let filters: [(String, (inout InterviewFilter, Int) -> Void)] = [
            ("state", { $0.states = [[.completed], [.inProgress], [.abandoned]][$1 % 3] }),
            ("two states", { filter, _ in filter.states = [.completed, .abandoned] }),
            ("kind", { $0.kinds = [[.technical], [.mixed], [.coding]][$1 % 3] }),
            ("level", { $0.level = [.junior, .senior][$1 % 2] }),
            ("role", { $0.role = DrawnInterview.roles[$1 % 5].uppercased() }),
            ("candidate", { $0.candidate = Int64($1 % 500 + 1) }),
            ("person", { $0.person = Int64($1 * 7 % 540 + 1) }),
            ("interviewer", { $0.interviewer = Int64($1 % 40 + 501) }),
            ("organization", { $0.organization = Int64($1 % 8 + 1) }),
            ("template", { $0.template = Int64($1 % 30 + 1) }),
            ("skill", { $0.skill = DrawnInterview.skills[$1 % 10] }),
            ("tag", { $0.tag = DrawnInterview.tags[$1 % 5] }),
            ("least score", { $0.leastScore = [60, 85, 99][$1 % 3] }),
            ("waits for review", { filter, _ in filter.waitsForReview = true }),
            (
                "month",
                { filter, run in
                    let begin = DrawnInterview.beginSeconds + run % 23 * 30 * 86_400
                    filter.from = Date(timeIntervalSince1970: Double(begin))
                    filter.before = filter.from?.addingTimeInterval(30 * 86_400)
                }
            ),
            (
                "organization, state and skill",
                {
                    $0.organization = Int64($1 % 8 + 1)
                    $0.states = [.completed]
                    $0.skill = DrawnInterview.skills[$1 % 10]
                }
            ),
            (
                "kind, level and role",
                {
                    $0.kinds = [.technical]
                    $0.level = .senior
                    $0.role = DrawnInterview.roles[$1 % 5]
                }
            ),
        ]
        for (name, change) in filters {
            times.append(try await page("by \(name)", change))
            times.append(try await page("by \(name), with total", skipping: 0, change))
        }
        return times
    }

    /// Places that are spread over the whole list.
    private func deepPlaces() async throws -> [String?] {
        var places: [String?] = [nil]
        let total = try await records.interviews(page: .skipping(0, count: 1)).total ?? 0
        for share in 1..<10 {
            places.append(try await records.interviews(page: .skipping(total * share / 10, count: 1)).next)
        }
        return places
    }

    private func page(
        _ name: String, skipping: Int? = nil, _ change: (inout InterviewFilter, Int) -> Void
    ) async throws -> RecordsTiming {
        try await RecordsTiming(name, runs: runs) { run in
            var filter = InterviewFilter()
            change(&filter, run)
            let request: PageRequest = skipping.map { .skipping($0, count: 20) } ?? .first(20)
            return try await records.interviews(filter, page: request).items.count
        }
    }
}
