import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Interviews in the database", .serialized)
struct InterviewRecordsTests {
    private static let day = 86_400.0

    private static func plan(
        mix: QuestionPreferences.Mix = .technical, role: String? = "Backend Developer", skills: [String] = []
    ) -> InterviewPlan {
        InterviewPlan(
            questionCount: 3,
            preferences: QuestionPreferences(
                mix: mix, role: role, level: .senior,
                skills: skills.isEmpty
                    ? nil : SkillSet(skills.map { SkillSet.Wanted(skill: Skill(name: $0)) })), seed: 7)
    }

    private static func interview(
        _ id: String, day number: Int = 0, plan: InterviewPlan = plan(),
        details: InterviewDetails = InterviewDetails(title: "Practice"),
        answers: [String?] = ["I use an index."]
    ) throws -> Interview {
        try testInterview(
            answers.enumerated().map { TestTurn(testQuestion("q\($0)", "What is \($0)?"), $1) }, id: id,
            plan: plan,
            details: details, startedAt: Date(timeIntervalSince1970: 1_700_000_000 + Double(number) * day))
    }

    private static func run(_ kind: TestDatabase, _ body: (Records) async throws -> Void) async throws {
        try await kind.run { try await body(Records(database: $0)) }
    }

    @Test("An interview comes back as it was kept", arguments: TestDatabase.all)
    func roundTrip(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let interview = try Self.interview(
                "one", answers: ["I use an index.", "Ünïcode 漢字 'quoted'", nil])
            let kept = try await records.keep(interview)
            #expect(try await records.interview(.number(kept.number)).interview == interview)
            #expect(try await records.interview(RecordName("ONE")).interview == interview)
            await #expect(throws: RecordsError.self) { try await records.keep(interview) }
            await #expect(throws: RecordsError.self) { try await records.interview(.number(99)) }
        }
    }

    @Test("Each step is kept, and a step of an older state is refused", arguments: TestDatabase.all)
    func steps(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            var interview = Interview(
                id: "one", plan: Self.plan(), startedAt: Date(timeIntervalSince1970: 1_700_000_000))
            let first = try await records.keep(interview)
            try interview.handle(
                .chose(question: testQuestion("q", "Why?"), followUp: nil, reason: "because"))
            let second = try await records.keep(interview, after: first)
            #expect(second.revision == 2)
            try interview.handle(.asked(recording: "sound"))
            try interview.handle(
                .received(.typed(text: "first"), at: Date(timeIntervalSince1970: 1_700_000_100)))
            let third = try await records.keep(interview, after: second)
            try interview.handle(.analysisFailed(reason: "no model"))
            try interview.handle(.triedAgain)
            try interview.handle(
                .received(.typed(text: "second"), at: Date(timeIntervalSince1970: 1_700_000_200)))
            _ = try await records.keep(interview, after: third)
            #expect(try await records.interview(.id("one")).interview == interview)
            await #expect(throws: RecordsError.self) { try await records.keep(interview, after: third) }
            let finals = try await records.database.read { connection in
                try connection.rows("SELECT text, is_final FROM takes ORDER BY number").map {
                    try "\($0.text("text")) \($0.integer("is_final"))"
                }
            }
            #expect(finals == ["first 0", "second 1"])
        }
    }

    @Test("A change is read, made and kept as a whole", arguments: TestDatabase.all)
    func change(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let kept = try await records.keep(Self.interview("one"))
            let review = HumanReview(
                score: 85, notes: "Well told.", date: Date(timeIntervalSince1970: 1_700_000_900))
            let changed = try await records.change(.number(kept.number)) {
                try $0.review(turn: 1, take: 1, as: review)
            }
            #expect(changed.interview.turns[0].finalTake?.score == 85)
            #expect(try await records.interviews(page: .first(5)).items.map(\.overall) == [85])
            await #expect(throws: RecordsError.self) {
                try await records.change(.number(kept.number)) { try $0.review(turn: 2, take: 1, as: review) }
            }
            #expect(try await records.interview(.number(kept.number)).revision == 2)
        }
    }

    @Test("Lists are filtered, newest first, in pages of both sorts", arguments: TestDatabase.all)
    func lists(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for number in 0..<12 {
                let plan = Self.plan(
                    mix: number % 3 == 0 ? .behavioural : .technical,
                    role: number % 2 == 0 ? "DevOps Engineer" : nil,
                    skills: number == 5 ? ["Kubernetes", "Go"] : [])
                var interview = try Self.interview("i\(number)", day: number / 2, plan: plan)
                if number < 6 {
                    try interview.handle(.finished(at: interview.heldAt.addingTimeInterval(600)))
                }
                try await records.keep(interview)
            }
            var seen: [String] = []
            var place: String?
            repeat {
                let page = try await records.interviews(page: .after(place, count: 5))
                #expect(page.items.count <= 5 && page.total == nil)
                seen += page.items.map(\.id)
                place = page.next
            } while place != nil
            #expect(seen == (0..<12).reversed().map { "i\($0)" })

            let second = try await records.interviews(page: .skipping(5, count: 5))
            #expect(second.items.map(\.id) == Array(seen[5..<10]) && second.total == 12)

            func ids(_ change: (inout InterviewFilter) -> Void) async throws -> [String] {
                var filter = InterviewFilter()
                change(&filter)
                return try await records.interviews(filter, page: .first(50)).items.map(\.id)
            }
            #expect(try await ids { $0.states = [.completed] } == ["i5", "i4", "i3", "i2", "i1", "i0"])
            #expect(try await ids { $0.kinds = [.behavioural] } == ["i9", "i6", "i3", "i0"])
            #expect(try await ids { $0.role = "devops engineer" }.count == 6)
            #expect(try await ids { $0.skill = "kubernetes" } == ["i5"])
            #expect(
                try await ids {
                    $0.from = Date(timeIntervalSince1970: 1_700_000_000 + Self.day)
                    $0.before = Date(timeIntervalSince1970: 1_700_000_000 + 2 * Self.day)
                } == ["i3", "i2"])
            #expect(try await ids { $0.level = .junior }.isEmpty)
            await #expect(throws: RecordsError.self) {
                try await records.interviews(page: .after("no place", count: 5))
            }
            let item = try #require(try await records.interviews(page: .skipping(11, count: 1)).items.first)
            #expect(item.durationSeconds == 600 && item.answeredCount == 1 && item.title == "Practice")
        }
    }

    @Test("An interview goes on when what it names is deleted meanwhile", arguments: TestDatabase.all)
    func goesOnWithout(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let acme = try await records.keep(Organization(id: "o", name: "Acme"))
            let ann = try await records.keep(Person(id: "a", name: "Ann"))
            let bob = try await records.keep(Person(id: "b", name: "Bob"))
            var interview = Interview(
                id: "one", plan: Self.plan(),
                details: InterviewDetails(
                    organization: acme.number, candidate: ann.number, interviewer: bob.number),
                startedAt: Date(timeIntervalSince1970: 1_700_000_000))
            let first = try await records.keep(interview)
            try await records.deletePerson(.number(ann.number))
            try await records.deleteOrganization(.number(acme.number))
            try interview.handle(.chose(question: testQuestion("q", "Why?"), followUp: nil, reason: ""))
            let second = try await records.keep(interview, after: first)
            try interview.handle(.asked(recording: nil))
            try interview.handle(
                .received(.typed(text: "Because."), at: Date(timeIntervalSince1970: 1_700_000_100)))
            interview.details.interviewer = nil
            try await records.keep(interview, after: second)
            let kept = try await records.interview(.id("one")).interview
            #expect(kept.details == InterviewDetails() && kept.turns == interview.turns)
            interview.details.candidate = 99
            let latest = try await records.interview(.id("one"))
            await #expect(throws: RecordsError.self) { try await records.keep(interview, after: latest) }
        }
    }

    @Test("A step of an interview that is gone changes nothing", arguments: TestDatabase.all)
    func stepOfTheGone(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let interview = try Self.interview("one")
            let kept = try await records.keep(interview)
            func expectNotFound() async {
                do {
                    try await records.keep(
                        interview, after: kept,
                        recordings: [KeptRecording(name: "a.wav", address: "a", bytes: 1)])
                    Issue.record("it was kept")
                } catch {
                    guard case .notFound = error else {
                        Issue.record("\(error)")
                        return
                    }
                }
            }
            // As after a backup was put in the place of the database: another interview has the number.
            try await records.write { try $0.run("UPDATE interviews SET uuid = 'two'") }
            await expectNotFound()
            #expect(try await records.interview(.id("two")).revision == 1)
            #expect(try await records.recordings(of: kept.number).isEmpty)
            try await records.deleteInterview(.id("two"))
            await expectNotFound()
        }
    }

    @Test("What cannot be read is named in lists, and the others are there", arguments: TestDatabase.all)
    func unreadable(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for number in 1...4 { try await records.keep(Self.interview("i\(number)", day: number)) }
            try await records.write {
                try $0.run("UPDATE interviews SET kind = 'quiz' WHERE uuid = 'i2'")
                try $0.run("UPDATE interviews SET body = '{' WHERE uuid = 'i3'")
            }
            for page in [PageRequest.first(3), .skipping(0, count: 3)] {
                let found = try await records.interviews(page: page)
                #expect(found.items.map(\.id) == ["i4", "i3"])
                #expect(found.unreadable.map(\.number) == [2] && found.next != nil)
                #expect(found.unreadable.first?.reason.contains("quiz") == true)
                let rest = try await records.interviews(page: .after(found.next, count: 3))
                #expect(rest.items.map(\.id) == ["i1"] && rest.unreadable.isEmpty)
            }
            let latest = try await records.latestInterviews(count: 4)
            #expect(latest.map(\.interview.id) == ["i4", "i2", "i1"])
        }
    }

    @Test("What is deleted is gone with all that belongs to it", arguments: TestDatabase.all)
    func deletes(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            try await records.keep(Self.interview("one"))
            try await records.keep(Self.interview("two"))
            try await records.deleteInterview(.id("one"))
            await #expect(throws: RecordsError.self) { try await records.deleteInterview(.id("one")) }
            let counts = try await records.database.read { connection in
                try ["interviews", "turns", "takes", "search_texts"].map {
                    try connection.oneRow(.trusted("SELECT COUNT(*) AS n FROM \($0)")).count("n")
                }
            }
            #expect(counts == [1, 1, 1, 1])
        }
    }
}
