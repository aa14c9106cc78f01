import Archive
import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Samples
import TestSupport
import Testing

/// Sample data in a database: what lists and statistics show, and that nothing is kept twice.
@Suite struct SampleSeedingTests {
    @Test(arguments: TestDatabase.all)
    func everyListHasSomethingToShowUnderTheNumbersOfTheDocuments(database: TestDatabase) async throws {
        try await TestSamples.run(database) { samples in
            let entries = try await samples.seed()
            #expect(entries.allSatisfy { $0.isNew && $0.number == Int64($0.sample) })
            let records = samples.records
            let listed = try await records.interviews(page: .first(100)).items.sorted {
                $0.number < $1.number
            }
            #expect(listed.count == 42)
            #expect(listed[0].title == "Frontend Developer at TechCorp" && listed[0].state == .scheduled)
            #expect(listed[0].questionCount == 5 && listed[0].heldAt > TestSamples.today)
            #expect(listed[1].title == "Backend Engineer at StartupX" && listed[1].state == .completed)
            #expect(listed[1].answeredCount == 4 && listed[1].overall == 80 && listed[1].label == .good)
            #expect(listed[2].title == "Full Stack Developer Interview" && listed[2].state == .inProgress)
            #expect(listed[2].questionCount == 3 && listed[2].answeredCount == 1)
            #expect(listed[40].state == .inProgress && listed[40].questionCount == 10)
            #expect(listed[40].answeredCount == 7 && listed[40].kind == .technical)
            #expect(listed[41].overall == 78.5 && listed[41].durationSeconds == 1200)
            #expect(listed[41].answeredCount == 5 && listed[41].role == "Software Engineer")
            #expect(Set(listed.map(\.state)) == Set(InterviewState.allCases))
            // Each was held before today, or is to be after it.
            #expect(listed.allSatisfy { ($0.state == .scheduled) == ($0.heldAt > TestSamples.today) })

            #expect(try await records.question(.number(1)).question.id == "sample-react-hooks")
            #expect(try await records.question(.number(15)).question.text.contains("SQL and NoSQL"))
            #expect(try await records.question(.number(23)).question.text.contains("dependency injection"))
            #expect(try await records.bank(.number(2)).value.name == "JavaScript Technical Questions")
            #expect(try await records.template(.number(1)).template.title == "Frontend Developer Interview")
            #expect(try await records.template(.number(1)).useCount == 2)
            #expect(try await records.person(.number(1)).value.name == "John Doe")
            #expect(try await records.resume(.number(1)).value.person == SampleKind.person.id(2))
            let talk = try await records.conversation(of: .number(9)).map(\.text)
            #expect(talk.first == "Tell me about yourself." || talk.first?.hasPrefix("Hello Jane") == true)
            #expect(talk.contains { $0.hasPrefix("I am a passionate software engineer") })
            #expect(try await records.reports(page: .first(10)).items.count == 5)
            #expect(try await records.reports(decision: .accepted, page: .first(10)).items.count == 2)
            try await checkStatistics(records)
        }
    }

    /// The statistics of the candidates show what their answers are.
    private func checkStatistics(_ records: Records) async throws {
        func filter(_ candidate: Int64) -> InterviewFilter {
            var filter = InterviewFilter()
            filter.candidate = candidate
            return filter
        }
        let jane = try await records.scoreEvolution(of: filter(2)).map(\.overall)
        let aisha = try await records.scoreEvolution(of: filter(4)).map(\.overall)
        #expect(jane.count == 19 && aisha.count == 6)
        let (first, last) = (sum(jane.prefix(4)), sum(jane.suffix(4)))
        #expect(last > first + 40, "\(jane)")
        let (before, now) = (sum(aisha.prefix(2)), sum(aisha.suffix(2)))
        #expect(now < before - 20, "\(aisha)")
        let streaks = try await records.practiceStreaks(
            of: filter(2), now: TestSamples.today, in: .gmt)
        #expect(streaks.currentDays == 5)
        let weeks = try await records.practiceFrequency(of: filter(2), by: .week, in: .gmt)
        #expect(weeks.periods.count >= 9, "\(weeks)")
        let weak = try await records.weakAreas(of: filter(2))
        #expect(weak.categories.prefix(2).map(\.name).contains("security"), "\(weak)")
    }

    private func sum(_ scores: ArraySlice<Double>) -> Double { scores.reduce(0, +) }

    @Test(arguments: TestDatabase.all)
    func theScoreOfAPersonCountsInTheJudgesPlace(database: TestDatabase) async throws {
        try await TestSamples.run(database, interviews: 2...2) { samples in
            try await samples.seed()
            let kept = try await samples.records.interview(.number(1)).interview
            let takes = kept.turns.compactMap(\.finalTake)
            #expect(takes.map(\.review?.score) == [85, 80, 75, 80])
            #expect(takes.allSatisfy { $0.review?.reviewer == 1 })
            // The judge looked at the words and has another opinion of some.
            let judged = takes.compactMap { $0.evaluation?.overall }
            #expect(judged.count == 4 && judged != [85, 80, 75, 80])
            #expect(judged.allSatisfy { (40...100).contains($0) }, "\(judged)")
            #expect(InterviewSummary(of: kept).lines.map(\.overall) == [85, 80, 75, 80])
            #expect(try await samples.records.interviews(page: .first(1)).items.first?.overall == 80)
            let distribution = try await samples.records.statistics()
            #expect(distribution.meanOverall == 80)
        }
    }

    @Test(arguments: TestDatabase.all)
    func twiceChangesNothing(database: TestDatabase) async throws {
        try await TestSamples.run(database, interviews: 1...10) { samples in
            #expect(try await !samples.seeding.isDone(in: samples.records))
            let first = try await samples.seed()
            let counts = try await samples.counts()
            #expect(try await samples.seeding.isDone(in: samples.records))
            let later = TestSamples.today.addingTimeInterval(86_400 * 9)
            let second = try await samples.seeding.keep(in: samples.records, at: later)
            #expect(second.map(\.number) == first.map(\.number) && second.allSatisfy { !$0.isNew })
            #expect(try await samples.counts() == counts)
            for number in Int64(1)...10 {
                #expect(try await samples.records.interview(.number(number)).revision == 1)
            }
            #expect(try await samples.records.template(.number(3)).useCount == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatAnInterruptionLeftOutIsAddedTheNextTime(database: TestDatabase) async throws {
        try await TestSamples.run(database, interviews: 1...9) { samples in
            try await samples.seed()
            let counts = try await samples.counts()
            // As after an end in the middle: an interview without its messages, a bank without its last question.
            try await samples.records.database.write { connection in
                try connection.run("DELETE FROM messages WHERE interview_id = 9")
                try connection.run("DELETE FROM reports WHERE interview_id = 9")
                try connection.run("DELETE FROM search_texts WHERE subject = 'message' AND interview_id = 9")
            }
            try await samples.records.deleteQuestion(.number(23))
            try await samples.records.deleteInterview(.number(4))
            let again = try await samples.seed()
            #expect(again.filter(\.isNew).map(\.sample) == [4])
            #expect(again.first { $0.isNew }?.number == 10)
            #expect(try await samples.counts() == counts)
        }
    }

    @Test(arguments: TestDatabase.all)
    func besideInterviewsOfOnesOwnTheNumbersAreOthers(database: TestDatabase) async throws {
        try await TestSamples.run(database, interviews: 1...4) { samples in
            let own = try testInterview([TestTurn(testQuestion("q"), "An answer of my own.")], id: "own")
            let mine = try await samples.records.keep(own)
            let me = try await samples.records.keep(
                Person(id: "76697661-1111-4000-8000-000000000001", name: "Ann", email: "jane@example.com"))
            let entries = try await samples.seed()
            #expect(entries.filter { $0.kind == .interview }.map(\.number) == [2, 3, 4, 5])
            #expect(entries.filter { $0.kind == .person }.map(\.number) == Array(2...8))
            // What names somebody names the right one.
            let second = try await samples.records.interview(.number(3)).interview
            #expect(second.details.candidate == 3 && second.details.interviewer == 2)
            #expect(second.turns[0].takes[0].review?.reviewer == 2)
            #expect(try await samples.records.interview(.number(mine.number)).interview == mine.interview)
            #expect(try await samples.records.person(.number(me.number)).value.name == "Ann")
        }
    }

    @Test(arguments: TestDatabase.all)
    func samplesCountForNobodyElse(database: TestDatabase) async throws {
        let scratch = try TestFolder()
        try await TestSamples.run(database, interviews: 1...5) { samples in
            try await samples.seed()
            let archive = samples.archive(scratch)
            #expect(try await archive.history().questions.isEmpty)
            #expect(try await !archive.history(of: 2).questions.isEmpty)
            #expect(try await archive.latestUnfinished() == nil)
            let scores = try await samples.records.scores(
                before: .distantFuture, judged: .offline, count: 10)
            #expect(scores.isEmpty)
            let ofJane = try await samples.records.scores(
                before: .distantFuture, judged: .offline, candidate: 2, count: 10)
            #expect(ofJane == [80])
            // What is held after a sample is somebody's own.
            let used = try await samples.records.use(template: .number(3), at: TestSamples.today)
            #expect(used.interview.details.tags == ["architecture"])
            let repeated = try await samples.records.interview(.number(2)).interview.restarted(
                id: "again", seed: 1, at: TestSamples.today)
            #expect(repeated.details.tags == ["django"])
            let own = Interview(
                id: "own", plan: InterviewPlan(seed: 1), startedAt: TestSamples.today.addingTimeInterval(-1))
            let number = try await samples.records.keep(own).number
            #expect(try await archive.latestUnfinished() == number)
        }
    }
}
