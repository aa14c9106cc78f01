import Archive
import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Recordings
import Records
import Samples
import TestSupport
import Testing

/// Taking sample data away: all of it, and nothing else.
@Suite struct SampleRemovalTests {
    @Test(arguments: TestDatabase.all)
    func exactlyWhatWasSeededGoes(database: TestDatabase) async throws {
        let scratch = try TestFolder()
        try await TestSamples.run(database, interviews: 1...10) { samples in
            let records = samples.records
            try await records.keep(
                try testInterview([TestTurn(testQuestion("q"), "An answer of my own.")], id: "own"))
            try await records.keep(Organization(id: "o", name: "Mine"))
            let me = try await records.keep(Person(id: "p", name: "Ann", organization: 1))
            let bank = try await records.keep(QuestionBankInfo(id: "b", name: "Mine", owner: me.number))
            try await records.addQuestion(testQuestion("sample-mine"), to: .number(bank.number))
            try await records.keep(
                InterviewTemplate(id: "t", title: "Mine", questions: .own([testQuestion("q")])))
            let before = try await samples.counts()
            let seeded = try await samples.seed()
            let removal = SampleRemoval(samples.data, from: samples.archive(scratch))
            #expect(try await removal.entries().map(\.number) == seeded.map(\.number))
            let outcome = try await removal.remove()
            #expect(outcome.kept.isEmpty, "\(outcome.kept)")
            #expect(outcome.removed.count == seeded.count)
            #expect(try await samples.counts() == before)
            #expect(try await removal.entries().isEmpty)
            #expect(try await removal.remove() == SampleRemoval.Outcome())
            #expect(try await records.interview(.id("own")).interview.turns.count == 1)
            // They can come again, under numbers that nothing had before.
            let again = try await samples.seed()
            #expect(again.allSatisfy { $0.isNew })
            let latest = seeded.filter { $0.kind == .interview }.map(\.number).max() ?? 0
            #expect(again.filter { $0.kind == .interview }.allSatisfy { $0.number > latest })
        }
    }

    @Test func theFileThatSomebodyAddedToASampleResumeGoesToo() async throws {
        let scratch = try TestFolder()
        try await TestSamples.run(.sqlite, interviews: 1...1) { samples in
            let archive = samples.archive(scratch)
            let resume = try #require(try await samples.seed().first { $0.kind == .resume })
            let content = Array("the file".utf8)
            for isMissing in [true, false] {
                let restored = try await archive.restoreFile(
                    ofResume: .number(resume.number), content: content)
                #expect(restored == isMissing)
            }
            #expect(try archive.vault.list().recordings.count == 1)
            #expect(try await SampleRemoval(samples.data, from: archive).remove().kept.isEmpty)
            #expect(try archive.vault.list().recordings.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatSomethingElseNamesStaysAndIsNotChanged(database: TestDatabase) async throws {
        let scratch = try TestFolder()
        try await TestSamples.run(database, interviews: 1...3) { samples in
            let records = samples.records
            try await samples.seed()
            let number = try await records.use(template: .number(1), candidate: 2).number
            let own = try await records.interview(.number(number))
            let added = try await records.addQuestion(testQuestion("mine"), to: .number(2))
            let removal = SampleRemoval(samples.data, from: samples.archive(scratch))
            let outcome = try await removal.remove()
            let kept = outcome.kept.map { "\($0.sample.kind.rawValue) \($0.sample.sample)" }
            // A template, a bank and a person that are named; with them their owner and the organization.
            #expect(
                kept == ["template 1", "bank 2", "person 2", "person 1", "organization 1"], "\(outcome.kept)")
            #expect(outcome.kept.allSatisfy { !$0.reason.isEmpty })
            let after = try await records.interview(.number(own.number))
            #expect(after.interview == own.interview && after.revision == own.revision)
            #expect(try await records.question(.number(added.number)).question.id == "mine")
            #expect(try await records.statistics(ofBank: .number(2)).active == 4)
            try await records.deleteInterview(.number(own.number))
            try await records.deleteQuestion(.number(added.number))
            #expect(try await removal.remove().kept.isEmpty)
            let left = try await samples.counts()
            #expect(left.values.allSatisfy { $0 == 0 }, "\(left)")
        }
    }

    @Test(arguments: TestDatabase.all)
    func interviewsThatWereChangedSinceAreNamed(database: TestDatabase) async throws {
        let scratch = try TestFolder()
        try await TestSamples.run(database, interviews: 1...3) { samples in
            let entries = try await samples.seed()
            let removal = SampleRemoval(samples.data, from: samples.archive(scratch))
            #expect(try await removal.changed(of: entries).isEmpty)
            try await samples.records.change(.number(3)) { interview in
                try interview.handle(.received(.typed(text: "I tried it."), at: TestSamples.today))
            }
            #expect(try await removal.changed(of: entries).map(\.number) == [3])
        }
    }
}
