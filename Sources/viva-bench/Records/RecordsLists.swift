import FoundationEssentials
import Interview
import Records

/// The pages of lists of interviews that the bench times: the first, one anywhere by its place, and by number with the total.
struct RecordsLists {
    let records: Records
    let runs: Int

    private typealias Change = @Sendable (inout InterviewFilter, Int) -> Void

    /// How many places each list is entered at.
    private static let places = 10

    /// A line for each filter: name, how many interviews fit in the first run, and the times of each sort of page.
    func lines() async throws -> [[String]] {
        var lines: [[String]] = []
        for (name, change) in Self.single + Self.several { lines.append(try await line(name, change)) }
        return lines
    }

    private func line(_ name: String, _ change: Change) async throws -> [String] {
        let filters = (0..<Self.places).map { run in
            var filter = InterviewFilter()
            change(&filter, run)
            return filter
        }
        var totals: [Int] = []
        var middles: [String?] = []
        for (number, filter) in filters.enumerated() {
            let total = try await records.interviews(filter, page: .skipping(0, count: 1)).total ?? 0
            totals.append(total)
            let place = total * number / Self.places
            middles.append(try await records.interviews(filter, page: .skipping(place, count: 1)).next)
        }
        var line = [name, "\(totals[0])"]
        for sort in 0..<4 {
            let timing = try await RecordsTiming(name, runs: runs) { run in
                let number = run % Self.places
                let request: PageRequest =
                    switch sort {
                    case 0: .first(20)
                    case 1: .after(middles[number], count: 20)
                    case 2: .skipping(0, count: 20)
                    default: .skipping(totals[number] / 2, count: 20)
                    }
                return try await records.interviews(filters[number], page: request).items.count
            }
            line.append(timing.high)
        }
        return line
    }

    private static let single: [(String, Change)] = [
        ("all", { _, _ in }),
        ("state", { $0.states = [[.completed], [.inProgress], [.abandoned]][$1 % 3] }),
        ("two states", { filter, _ in filter.states = [.completed, .abandoned] }),
        ("kind", { $0.kinds = [[.technical], [.mixed], [.coding]][$1 % 3] }),
        ("two kinds", { filter, _ in filter.kinds = [.technical, .coding] }),
        ("level", { $0.level = [.junior, .senior][$1 % 2] }),
        ("mode", { filter, _ in filter.mode = .practice }),
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
        ("a month", month),
    ]

    private static let several: [(String, Change)] = [
        (
            "state, month",
            {
                $0.states = [.completed]
                month(&$0, $1)
            }
        ),
        (
            "state, level",
            {
                $0.states = [.completed]
                $0.level = [.junior, .senior][$1 % 2]
            }
        ),
        (
            "kind, level",
            {
                $0.kinds = [[.technical], [.mixed], [.coding]][$1 % 3]
                $0.level = [.junior, .senior][$1 % 2]
            }
        ),
        (
            "kind, level, role",
            {
                $0.kinds = [.technical]
                $0.level = .senior
                $0.role = DrawnInterview.roles[$1 % 5]
            }
        ),
        (
            "two states, kind, level, role, since a day",
            {
                $0.states = [.completed, .abandoned]
                $0.kinds = [.technical]
                $0.level = .senior
                $0.role = DrawnInterview.roles[$1 % 5]
                $0.from = Date(timeIntervalSince1970: Double(DrawnInterview.beginSeconds + 86_400))
            }
        ),
        (
            "candidate, state",
            {
                $0.candidate = Int64($1 % 500 + 1)
                $0.states = [.completed]
            }
        ),
        (
            "person, kind",
            {
                $0.person = Int64($1 * 7 % 540 + 1)
                $0.kinds = [.technical]
            }
        ),
        (
            "organization, state, least score",
            {
                $0.organization = Int64($1 % 8 + 1)
                $0.states = [.completed]
                $0.leastScore = 60
            }
        ),
        (
            "state, skill",
            {
                $0.states = [.completed]
                $0.skill = DrawnInterview.skills[$1 % 10]
            }
        ),
        (
            "organization, state, skill",
            {
                $0.organization = Int64($1 % 8 + 1)
                $0.states = [.completed]
                $0.skill = DrawnInterview.skills[$1 % 10]
            }
        ),
        (
            "skill, tag",
            {
                $0.skill = DrawnInterview.skills[$1 % 10]
                $0.tag = DrawnInterview.tags[$1 % 5]
            }
        ),
    ]

    private static let month: Change = { filter, run in
        let begin = DrawnInterview.beginSeconds + run % 23 * 30 * 86_400
        filter.from = Date(timeIntervalSince1970: Double(begin))
        filter.before = filter.from?.addingTimeInterval(30 * 86_400)
    }
}
