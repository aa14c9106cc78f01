import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("Jobs in the database", .serialized)
struct JobRecordsTests {
    private func transcript(_ name: String) -> Job {
        Job(.transcript(recording: name, fileName: name + ".wav"), account: nil)
    }

    @Test("The job that waits longest comes first, to one worker each", arguments: TestDatabase.all)
    func order(kind: TestDatabase) async throws {
        try await kind.records { records in
            for name in ["a", "b"] { try await records.add(transcript(name), at: noon) }
            let first = try #require(try await records.takeJob(until: noon + 20, at: noon))
            let second = try #require(try await records.takeJob(until: noon + 20, at: noon))
            #expect([first, second].map(\.job) == [transcript("a"), transcript("b")])
            #expect(try await records.takeJob(until: noon + 20, at: noon) == nil)
            #expect(try await records.openJobs() == 2)
            try await records.finish(first, text: "Hello.", at: noon + 1)
            try await records.fail(second, reason: "It is no sound.", at: noon + 1)
            let done = try await records.job(.number(first.number))
            #expect(done.state == .done && done.job.text == "Hello." && done.heldUntil == nil)
            let failed = try await records.job(.id(second.id))
            #expect(failed.state == .failed && failed.reason == "It is no sound.")
            #expect(try await records.openJobs() == 0)
            #expect(try await records.jobs(state: .failed, page: .first(5)).items == [failed])
        }
    }

    @Test("A job whose worker died is begun once more, and given up after that", arguments: TestDatabase.all)
    func death(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.add(transcript("a"), at: noon)
            let first = try #require(try await records.takeJob(until: noon + 20, at: noon))
            #expect(try await records.hold(first, until: noon + 40))
            #expect(try await records.takeJob(until: noon + 50, at: noon + 30) == nil)
            let second = try #require(try await records.takeJob(until: noon + 61, at: noon + 41))
            #expect(second.number == first.number && second.attempts == 2)
            // The first one comes back and has nothing more to say.
            #expect(try await records.hold(first, until: noon + 90) == false)
            try await records.finish(first, text: "Late.", at: noon + 42)
            #expect(try await records.job(.number(first.number)).state == .running)
            #expect(try await records.takeJob(until: noon + 100, at: noon + 62) == nil)
            let failed = try await records.job(.number(first.number))
            #expect(failed.state == .failed)
            #expect(failed.reason?.contains("ended its process") == true)
        }
    }

    @Test("A job that is given back waits a while and is not counted", arguments: TestDatabase.all)
    func givenBack(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.add(transcript("a"), at: noon)
            try await records.add(transcript("b"), at: noon)
            let first = try #require(try await records.takeJob(until: noon + 20, at: noon))
            try await records.giveBack(first, until: noon + 2, at: noon)
            let other = try #require(try await records.takeJob(until: noon + 20, at: noon + 1))
            #expect(other.job == transcript("b"))
            let again = try #require(try await records.takeJob(until: noon + 20, at: noon + 3))
            #expect(again.number == first.number && again.attempts == 1)
        }
    }

    @Test("Answers that were received and for which no job is kept get one", arguments: TestDatabase.all)
    func forgotten(kind: TestDatabase) async throws {
        try await kind.records { records in
            var interview = Interview(id: "i", plan: InterviewPlan(seed: 1), startedAt: noon)
            try interview.handle(.chose(question: testQuestion("q", "Why?"), followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.spoken(recording: "a.flac"), at: noon))
            let kept = try await records.keep(interview, recordings: interview.keptAsNamed)
            #expect(try await records.addForgottenJobs(at: noon) == 1)
            #expect(try await records.addForgottenJobs(at: noon) == 0)
            let job = try #require(try await records.takeJob(until: noon + 20, at: noon))
            #expect(job.job.work == .answer(interview: kept.number, turn: 1, take: 1))
            // It goes with its interview.
            try await records.deleteInterview(.id("i"))
            #expect(try await rowCounts(["jobs"], records) == [0])
        }
    }

    @Test("Jobs that are over are forgotten, with their recordings", arguments: TestDatabase.all)
    func forgetting(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.add(transcript("a"), at: noon)
            try await records.add(transcript("b"), at: noon)
            #expect(try await records.recordingsNamed() == ["a", "b"])
            let first = try #require(try await records.takeJob(until: noon + 20, at: noon))
            try await records.finish(first, text: "Hello.", at: noon + 1)
            #expect(try await records.deleteJobs(overBefore: noon + 1).isEmpty)
            #expect(try await records.deleteJobs(overBefore: noon + 2) == ["a"])
            #expect(try await rowCounts(["jobs"], records) == [1])
        }
    }

    @Test(
        "A worker that lost its job has nothing more to say of it, whoever has it now",
        arguments: TestDatabase.all)
    func tokens(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.add(transcript("a"), at: noon)
            let first = try #require(try await records.takeJob(until: noon + 20, at: noon))
            _ = try await records.cancelJob(
                .number(first.number), because: "An admin cancelled it.", at: noon)
            _ = try await records.retryJob(.number(first.number), at: noon)
            let second = try #require(try await records.takeJob(until: noon + 20, at: noon))
            // Both have begun it once.
            #expect(first.attempts == second.attempts)
            #expect(try await records.hold(first, until: noon + 90) == false)
            try await records.giveBack(first, until: noon, at: noon)
            try await records.finish(first, text: "Late.", at: noon)
            try await records.fail(first, reason: "Late.", at: noon)
            #expect(try await records.job(.number(first.number)).state == .running)
            #expect(try await records.hold(second, until: noon + 90))
            // What is given back while it is still being done may be done all the same, until somebody takes it.
            try await records.giveBack(second, until: noon, counting: .fault, at: noon)
            try await records.finish(second, text: "In time.", at: noon + 1)
            let done = try await records.job(.number(first.number))
            #expect(done.state == .done && done.job.text == "In time." && done.faults == 1 && done.waits == 0)
        }
    }

    @Test("A job that cannot be read stands in nobody's way", arguments: TestDatabase.all)
    func unreadable(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = try await spokenAnswer(records)
            let bad = try await records.add(
                Job(.answer(interview: kept.number, turn: 1, take: 1), account: nil), at: noon)
            try await records.add(transcript("a"), at: noon)
            try await records.write {
                try $0.run("UPDATE jobs SET body = '{\"work\":{\"video\":{}}}' WHERE id = \(bad.number)")
            }
            let next = try #require(try await records.takeJob(until: noon + 20, at: noon))
            #expect(next.job == transcript("a"))
            #expect(try await records.jobCounts() == [.failed: 1, .running: 1])
            // The answer learns of it.
            let givenUp = try #require(try await records.givenUpAnswers().first)
            #expect(givenUp.interview == kept.number && givenUp.turn == 1 && givenUp.take == 1)
            #expect(givenUp.reason.contains("newer version"))
        }
    }

    @Test("An answer has one job at a time, which is whose who orders it", arguments: TestDatabase.all)
    func once(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = try await spokenAnswer(records)
            #expect(try await records.addForgottenJobs(at: noon) == 1)
            let ordered = try await records.add(
                Job(.answer(interview: kept.number, turn: 1, take: 1), account: 7), at: noon)
            let again = try await records.add(
                Job(.answer(interview: kept.number, turn: 1, take: 1), account: 8), at: noon)
            #expect(ordered == again && ordered.job.account == 7)
            #expect(try await rowCounts(["jobs"], records) == [1])
            #expect(try await records.jobs(orderedBy: 7, page: .first(5)).items == [ordered])
        }
    }

    @Test("What an account had written down goes with it", arguments: TestDatabase.all)
    func owners(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = try await spokenAnswer(records)
            let person = try await records.keep(Person(id: "ann", name: "Ann"))
            let account = try await records.keep(
                Account(
                    id: "a", login: try LoginName("ann"), person: person.number, passwordHash: "",
                    passwordSetAt: noon), at: noon)
            for name in ["a", "b"] {
                try await records.add(
                    Job(.transcript(recording: name, fileName: ""), account: account.number), at: noon)
            }
            try await records.add(
                Job(.answer(interview: kept.number, turn: 1, take: 1), account: account.number), at: noon)
            let running = try #require(try await records.takeJob(until: noon + 20, at: noon))
            try await records.deleteAccount(.number(account.number))
            #expect(try await records.hold(running, until: noon + 90) == false)
            #expect(try await records.deleteJobs(overBefore: noon) == ["a", "b"])
            #expect(try await records.jobs(page: .first(9)).items.map(\.state) == [.waiting])
            #expect(try await records.jobs(orderedBy: account.number, page: .first(9)).items.isEmpty)
        }
    }

    /// Keeps an interview with a spoken answer that waits to be heard.
    private func spokenAnswer(_ records: Records) async throws -> KeptInterview {
        var interview = Interview(id: "i", plan: InterviewPlan(seed: 1), startedAt: noon)
        try interview.handle(.chose(question: testQuestion("q", "Why?"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.spoken(recording: "a.flac"), at: noon))
        return try await records.keep(interview, recordings: interview.keptAsNamed)
    }
}
