import DatabaseTestSupport
import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import SQL
import Testing

@testable import Records

/// Each question of an interview has a number that stays.
@Suite struct InterviewQuestionTests {
    private static let questions = ["one", "two", "three"].map { testQuestion($0, "What is \($0)?") }

    private static func planned(_ id: String = "i") -> Interview {
        Interview(
            id: id, plan: InterviewPlan(followUpLimit: 2, seed: 1, fixed: questions),
            schedule: nil, createdAt: noon)
    }

    private static func begun() throws -> Interview {
        var interview = planned("begun")
        try interview.handle(.started(at: noon))
        try interview.handle(.chose(question: questions[0], followUp: nil, reason: ""))
        return interview
    }

    @Test(arguments: TestDatabase.all)
    func aPlannedQuestionKeepsItsNumberWhenItIsPutAndAnswered(kind: TestDatabase) async throws {
        try await kind.records { records in
            let number = try await records.keep(Self.planned(), at: noon).number
            _ = try await records.keep(Self.planned("other"), at: noon)
            let before = try await records.sheet(of: .number(number))
            #expect(before.questions.map(\.question) == Self.questions)
            #expect(before.questions.map(\.position) == [1, 2, 3])
            #expect(before.questionCount == 3)
            let changed = try await records.change(.number(number), at: noon) { interview in
                try interview.handle(.started(at: noon))
                try interview.handle(.chose(question: Self.questions[1], followUp: nil, reason: ""))
                try interview.handle(.asked(recording: nil))
                try interview.handle(.received(.typed(text: "It is two."), at: noon))
                try interview.handle(.analysisFailed(reason: "nobody judges"))
                try interview.handle(
                    .chose(
                        question: Self.questions[1],
                        followUp: FollowUp(keyPointID: "a", text: "And then?"), reason: ""))
            }
            let after = try await records.sheet(of: .number(changed.number))
            #expect(after.questions.filter { !$0.isFollowUp }.map(\.number) == before.questions.map(\.number))
            #expect(
                after.questions.map(\.text) == [
                    "What is one?", "What is two?", "And then?", "What is three?",
                ])
            #expect(after.questions.map(\.isAnswered) == [false, true, false, false])
            #expect(after.questions[1].answers.count == 1)
            #expect(after.next?.text == "And then?", "What was put comes first.")
            #expect(after.plannedNumber(of: after.questions[2]) == 2)
            #expect(after.questionCount == 3)
            let found = try await records.sheet(ofQuestion: after.questions[2].number)
            #expect(found == after)
            let all = try await records.sheet(of: .id("other")).questions + after.questions
            #expect(Set(all.map(\.number)).count == 7)
        }
    }

    @Test(arguments: TestDatabase.all)
    func aQuestionHasTheMomentAtWhichItWasAdded(kind: TestDatabase) async throws {
        try await kind.records { records in
            let number = try await records.keep(Self.planned(), at: noon).number
            let later = noon.addingTimeInterval(3_600)
            let added = try await records.add(
                testQuestion("late", "Why late?"), toInterview: .number(number), position: 1, at: later)
            #expect(added.createdAt == later)
            let sheet = try await records.sheet(of: .number(number))
            #expect(sheet.questions.map(\.createdAt) == [later, noon, noon, noon])
            let moved = try await records.changeInterviewQuestion(
                added.number, position: 4, at: later.addingTimeInterval(60))
            #expect(moved.createdAt == later)
        }
    }

    @Test(arguments: TestDatabase.all)
    func questionsAreAddedChangedTakenOutAndReordered(kind: TestDatabase) async throws {
        try await kind.records { records in
            let number = try await records.keep(Self.planned(), at: noon).number
            let name = RecordName.number(number)
            let first = try await records.sheet(of: name).questions
            let added = try await records.add(
                testQuestion("two", "Another two?"), toInterview: name, position: 1)
            #expect(added.position == 1)
            #expect(added.question.id == "two-2", "Its id is taken.")
            let changed = try await records.changeInterviewQuestion(first[2].number) {
                $0.text = " Why three? "
            }
            #expect(changed.number == first[2].number)
            #expect(changed.text == "Why three?")
            try await records.withdrawInterviewQuestion(first[0].number)
            await #expect(throws: RecordsError.self) {
                try await records.sheet(ofQuestion: first[0].number)
            }
            let moved = try await records.changeInterviewQuestion(first[2].number, position: 1)
            #expect(moved.text == "Why three?")
            let sheet = try await records.sheet(of: name)
            #expect(sheet.questions.map(\.number) == [first[2].number, added.number, first[1].number])
            #expect(sheet.questions.map(\.position) == [1, 2, 3])
            #expect(sheet.interview.plan.questionCount == 3)
            await #expect(throws: RecordsError.self) {
                try await records.changeInterviewQuestion(first[0].number, position: 1)
            }
            // Where its text is refused it stays where it was.
            await #expect(throws: RecordsError.self) {
                try await records.changeInterviewQuestion(added.number, position: 1) { $0.text = " " }
            }
            #expect(try await records.sheet(of: name) == sheet)
            let last = try await records.changeInterviewQuestion(first[2].number, position: 9) {
                $0.text = "Why four?"
            }
            #expect(last.position == 3 && last.text == "Why four?")
        }
    }

    @Test(arguments: TestDatabase.all)
    func aQuestionThatWasPutStays(kind: TestDatabase) async throws {
        try await kind.records { records in
            let number = try await records.keep(Self.planned(), at: noon).number
            try await records.change(.number(number), at: noon) { interview in
                try interview.handle(.started(at: noon))
                try interview.handle(.chose(question: Self.questions[0], followUp: nil, reason: ""))
            }
            let before = try await records.sheet(of: .number(number))
            await #expect(throws: RecordsError.self) {
                try await records.changeInterviewQuestion(before.questions[0].number) { $0.text = "Else?" }
            }
            #expect(try await records.sheet(of: .number(number)) == before)
            try await records.deleteInterview(.number(number))
            #expect(try await rowCounts(["interview_questions"], records) == [0])
        }
    }

    @Test("Interviews of an earlier form get numbers for all their questions", arguments: TestDatabase.all)
    func ofAnEarlierForm(kind: TestDatabase) async throws {
        try await kind.run { database in
            let step = Schema.migrator.migrations.first { $0.name.hasPrefix("numbers of the questions") }
            let version = try #require(step?.version)
            try await Migrator(Array(Schema.migrator.migrations.prefix(version - 1))).migrate(database)
            let asked = try testInterview(
                [TestTurn(testQuestion("q"), "I use an index."), TestTurn(testQuestion("r"), nil)],
                id: "asked")
            let begun = try Self.begun()
            try await database.write { connection in
                for interview in [asked, Self.planned("planned"), begun] {
                    try EarlierInterviewRows(connection: connection).insert(interview)
                }
            }
            let again = try await Records(database: database)
            for (id, keys) in [
                ("asked", ["q", "r"]), ("planned", ["one", "two", "three"]),
                ("begun", ["one", "two", "three"]),
            ] {
                let sheet = try await again.sheet(of: .id(id))
                #expect(sheet.questions.map(\.question.id) == keys)
                #expect(sheet.questions.map(\.position) == Array(1...keys.count))
            }
            // From then on they are kept as those of new interviews.
            try await again.change(.id("begun"), at: noon) { try $0.handle(.asked(recording: nil)) }
            #expect(try await again.sheet(of: .id("begun")).questions.count == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func aListShowsWhatSomebodyMayReach(kind: TestDatabase) async throws {
        try await kind.records { records in
            let organization = try await records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await records.keep(Person(id: "p", name: "Ann")).number
            let bob = try await records.keep(Person(id: "b", name: "Bob")).number
            for (id, details) in [
                ("a", InterviewDetails(candidate: ann)), ("b", InterviewDetails(interviewer: ann)),
                ("c", InterviewDetails(organization: organization, candidate: bob)),
                ("d", InterviewDetails()),
            ] {
                let interview = Interview(
                    id: id, plan: InterviewPlan(questionCount: 1, seed: 1), details: details, startedAt: noon)
                _ = try await records.keep(interview, at: noon)
            }
            func ids(_ reach: RecordReach?) async throws -> [String] {
                var filter = InterviewFilter()
                filter.reach = reach
                filter.states = [.inProgress]
                let page = try await records.interviews(filter, page: .skipping(0, count: 10))
                #expect(page.total == page.items.count)
                #expect(try await records.statistics(of: filter).interviews == page.items.count)
                return page.items.map(\.id).sorted()
            }
            #expect(try await ids(nil) == ["a", "b", "c", "d"])
            #expect(try await ids(.person(ann)) == ["a", "b"])
            #expect(try await ids(.organization(organization, person: ann)) == ["a", "b", "c"])
            #expect(try await ids(.organization(organization, person: nil)) == ["c"])
            #expect(try await ids(.person(bob)) == ["c"])
            #expect(try await ids(RecordReach.none) == [])
        }
    }
}
