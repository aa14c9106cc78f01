import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import SQL
import SQLite
import Testing

@testable import Records

@Suite("Lists of interviews by one thing and by several", .serialized)
struct InterviewListTests {
    private static let tags = ["red", "blue"]
    private static let skills = ["Swift", "SQL", "Go"]

    /// Interviews that differ in all that a list is filtered by; some are held at the same moment.
    private static func interviews(_ people: [Int64]) throws -> [Interview] {
        try (0..<40).map { number in
            let skills = skills.prefix(number % 4).map { SkillSet.Wanted(skill: Skill(name: $0)) }
            let plan = InterviewPlan(
                questionCount: 2,
                preferences: QuestionPreferences(
                    mix: [.technical, .mixed, .coding][number % 3],
                    role: number % 5 == 0 ? nil : ["Tester", "tester", "Data Engineer"][number % 3],
                    level: number.isMultiple(of: 2) ? .mid : .senior,
                    skills: skills.isEmpty ? nil : SkillSet(skills)),
                seed: 1)
            let details = InterviewDetails(
                mode: number % 7 == 0 ? .real : .practice, tags: Array(tags.prefix(number % 3)),
                candidate: people[number % 2], interviewer: number % 4 == 0 ? people[1] : nil)
            var interview = try testInterview(
                number % 6 == 5 ? [] : [TestTurn(testQuestion("q"), "I use an index.")], id: "i\(number)",
                plan: plan, details: details, startedAt: noon + Double(number / 2) * 3600)
            if number % 3 == 0 { try interview.handle(.finished(at: noon + 900_000)) }
            return interview
        }
    }

    private static func filters(_ people: [Int64]) -> [InterviewFilter] {
        let single: [(inout InterviewFilter) -> Void] = [
            { $0.states = [.completed] }, { $0.states = [.completed, .abandoned] },
            { $0.kinds = [.technical] },
            { $0.kinds = [.mixed, .coding] }, { $0.level = .mid }, { $0.mode = .real },
            { $0.role = "TESTER" }, { $0.candidate = people[0] }, { $0.interviewer = people[1] },
            { $0.person = people[1] }, { $0.skill = "sql" }, { $0.tag = "blue" },
            { $0.from = noon + 20_000 }, { $0.before = noon + 50_000 }, { $0.leastScore = 1 },
            { $0.waitsForReview = true },
        ]
        var filters = [InterviewFilter()]
        for (place, first) in single.enumerated() {
            for second in single[place...] {
                var filter = InterviewFilter()
                first(&filter)
                second(&filter)
                filters.append(filter)
            }
        }
        var all = InterviewFilter()
        for change in single[6...] { change(&all) }
        return filters + [all]
    }

    private static func fits(_ listing: InterviewListing, _ interview: Interview, _ filter: InterviewFilter)
        -> Bool
    {
        let skills = interview.plan.preferences.skills?.skills.map { $0.skill.name.lowercased() } ?? []
        return (filter.states.isEmpty || filter.states.contains(listing.state))
            && (filter.kinds.isEmpty || filter.kinds.contains(listing.kind))
            && (filter.level ?? listing.level) == listing.level
            && (filter.mode ?? listing.mode) == listing.mode
            && (filter.role.map { $0.lowercased() == listing.role?.lowercased() } ?? true)
            && (filter.candidate.map { $0 == listing.candidate } ?? true)
            && (filter.interviewer.map { $0 == listing.interviewer } ?? true)
            && (filter.person.map { $0 == listing.candidate || $0 == listing.interviewer } ?? true)
            && (filter.skill.map(skills.contains) ?? true)
            && (filter.tag.map(interview.details.tags.contains) ?? true)
            && (filter.from.map { listing.heldAt >= $0 } ?? true)
            && (filter.before.map { listing.heldAt < $0 } ?? true)
            && (filter.leastScore.map { (listing.overall ?? -1) >= $0 } ?? true)
            && (!filter.waitsForReview || listing.waitingCount > 0)
    }

    @Test(
        "Pages by number and by place are parts of the same list, with its total", arguments: TestDatabase.all
    )
    func pages(kind: TestDatabase) async throws {
        try await kind.records { records in
            let people = try await [
                records.keep(Person(id: "ada", name: "Ada")).number,
                records.keep(Person(id: "bo", name: "Bo", role: .interviewer)).number,
            ]
            let interviews = try Self.interviews(people)
            for interview in interviews { try await records.keep(interview) }
            let byID = Dictionary(uniqueKeysWithValues: interviews.map { ($0.id, $0) })
            let all = try await records.interviews(page: .first(100)).items
            #expect(all.count == interviews.count)
            for filter in Self.filters(people) {
                let expected = try all.filter { try Self.fits($0, #require(byID[$0.id]), filter) }.map(\.id)
                var walked: [String] = []
                var place: String?
                repeat {
                    let page = try await records.interviews(filter, page: .after(place, count: 6))
                    walked += page.items.map(\.id)
                    place = page.next
                } while place != nil && walked.count <= expected.count
                #expect(walked == expected, "\(filter)")
                for skipped in [0, 3, expected.count / 2, expected.count - 2, expected.count + 1]
                where skipped >= 0 {
                    let page = try await records.interviews(filter, page: .skipping(skipped, count: 6))
                    #expect(page.items.map(\.id) == Array(expected.dropFirst(skipped).prefix(6)), "\(filter)")
                    #expect(page.total == expected.count, "\(filter)")
                    guard let next = page.next else {
                        #expect(skipped + 6 >= expected.count)
                        continue
                    }
                    let following = try await records.interviews(filter, page: .after(next, count: 6))
                    #expect(
                        following.items.map(\.id) == Array(expected.dropFirst(skipped + 6).prefix(6)),
                        "\(filter)")
                }
            }
        }
    }

    @Test("What becomes of an interview shows in the lists of its labels", arguments: TestDatabase.all)
    func labelsFollow(kind: TestDatabase) async throws {
        try await kind.records { records in
            let plan = InterviewPlan(
                questionCount: 1,
                preferences: QuestionPreferences(skills: SkillSet([.init(skill: Skill(name: "SQL"))])),
                seed: 1)
            let interview = try testInterview(
                [], id: "one", plan: plan, details: InterviewDetails(tags: ["red"]), startedAt: noon)
            try await records.keep(interview)
            func found(_ states: Set<InterviewState>) async throws -> [Int?] {
                var ofTag = InterviewFilter()
                ofTag.states = states
                ofTag.tag = "red"
                var ofSkill = InterviewFilter()
                ofSkill.states = states
                ofSkill.skill = "sql"
                var totals: [Int?] = []
                for filter in [ofTag, ofSkill] {
                    let page = try await records.interviews(filter, page: .skipping(0, count: 5))
                    #expect(page.items.count == page.total)
                    totals.append(page.total)
                }
                return totals
            }
            #expect(try await found([.inProgress]) == [1, 1])
            #expect(try await found([.completed, .abandoned]) == [0, 0])
            try await records.change(.id("one")) { try $0.handle(.abandoned(at: noon + 60)) }
            #expect(try await found([.inProgress]) == [0, 0])
            #expect(try await found([.abandoned]) == [1, 1])
            try await records.change(.id("one")) { $0.details.tags = [] }
            #expect(try await found([.abandoned]) == [0, 1])
        }
    }

    @Test("SQLite counts and skips interviews in indices, of one value where there is one")
    func plans() async throws {
        let database = try SQLiteDatabase.inMemory()
        let records = try await Records(database: database)
        var filters = Self.filters([1, 2])
        for change in [
            { $0.organization = 1 }, { $0.template = 1 }, { $0.isOfNobody = true },
        ] as [(inout InterviewFilter) -> Void] {
            for level in [nil, QuestionLevel.mid] {
                for tag in [nil, "red"] {
                    var filter = InterviewFilter()
                    filter.level = level
                    filter.tag = tag
                    change(&filter)
                    filters.append(filter)
                }
            }
        }
        for filter in filters {
            let list = filter.list("title", .sqlite)
            let hasValue =
                !filter.states.isEmpty || !filter.kinds.isEmpty || filter.level != nil || filter.role != nil
                || filter.candidate != nil || filter.interviewer != nil || filter.person != nil
                || filter.skill != nil || filter.tag != nil || filter.organization != nil
                || filter.template != nil || filter.isOfNobody
                || (filter.conditions.count == 1 && (filter.mode != nil || filter.leastScore != nil))
            let total = try await Self.plan(list.totalStatement, records)
            for step in total where !step.contains("SUBQUERY") && !step.hasPrefix("SCAN held") {
                guard step.hasPrefix("SCAN ") || step.hasPrefix("SEARCH ") else { continue }
                #expect(!hasValue || step.hasPrefix("SEARCH "), "\(filter): \(step)")
                // What waits for review is few, in an index of its own.
                #expect(
                    step.contains("COVERING INDEX") || (filter.waitsForReview && !hasValue),
                    "\(filter): \(step)")
            }
            let page = try await Self.plan(list.statement(count: 20, skipping: 40, .sqlite), records)
            for step in page where step.contains(" interviews") && filter != InterviewFilter() {
                #expect(step.contains(" INDEX ") || step.contains("PRIMARY KEY"), "\(filter): \(step)")
            }
            // Several values are walked in the order of time, what is found elsewhere is sorted by pages.
            let isSorted = page.contains { $0.contains("TEMP B-TREE FOR ORDER BY") }
            #expect(!isSorted || list.register != nil, "\(filter): \(page)")
        }
        await database.close()
    }

    @Test("SQLite adds up the interviews of a person in the person's index")
    func plansOfFigures() async throws {
        let database = try SQLiteDatabase.inMemory()
        let records = try await Records(database: database)
        for (change, index) in [
            ({ $0.candidate = 1 }, "interviews_by_candidate"),
            ({ $0.interviewer = 1 }, "interviews_by_interviewer"),
            ({ $0.template = 1 }, "interviews_by_template"),
            ({ $0.organization = 1 }, "interviews_by_organization"),
            ({ $0.role = "Baker" }, "interviews_by_role"), ({ $0.level = .mid }, "interviews_by_level"),
        ] as [((inout InterviewFilter) -> Void, String)] {
            var filter = InterviewFilter()
            change(&filter)
            let plan = try await Self.plan(
                "SELECT overall FROM interviews \(filter.clause(and: InterviewFilter.isScored))", records)
            #expect(plan.contains { $0.contains(index) }, "\(filter): \(plan)")
        }
        await database.close()
    }

    private static func plan(_ query: SQLQuery, _ records: Records) async throws -> [String] {
        try await records.read { connection in
            try connection.rows("EXPLAIN QUERY PLAN \(query)").map { try $0.text("detail") }
        }
    }

    @Test("The scores of the answers that count are found for many interviews", arguments: TestDatabase.all)
    func scores(kind: TestDatabase) async throws {
        try await kind.records { records in
            let two = try await records.keep(
                try testInterview(
                    [
                        TestTurn(testQuestion("a"), "One.", change: { $0.overall = 81 }),
                        TestTurn(testQuestion("b"), "Two.", change: { $0.overall = nil }),
                        TestTurn(testQuestion("c"), "Three.", change: { $0.overall = 46.5 }),
                    ], id: "two")
            ).number
            let none = try await records.keep(
                try testInterview([TestTurn(testQuestion("a"), nil)], id: "none")
            ).number
            let scores = try await records.answerScores(ofInterviews: [two, none, 99])
            #expect(scores.mapValues { $0.sorted() } == [two: [46.5, 81]])
            #expect(try await records.answerScores(ofInterviews: []) == [:])
        }
    }
}
