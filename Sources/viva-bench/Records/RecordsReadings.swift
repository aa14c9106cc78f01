import FoundationEssentials
import Interview
import Records

/// The statistics of the records that the bench times.
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
}
