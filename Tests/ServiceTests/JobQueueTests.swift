import DatabaseTestSupport
import Foundation
import Interview
import Records
import Service
import Synchronization
import Testing

@Suite("Work in the background", .serialized)
struct JobQueueTests {
    private func job(_ name: String) -> Job {
        Job(.transcript(recording: name, fileName: name + ".wav"), account: nil)
    }

    /// How a job ended, or how it stands when it takes too long.
    private func state(of job: KeptJob, in queue: JobQueue, waitingSeconds: Double = 60) async throws
        -> Job.State
    {
        try await queue.job(job.number, waitingSeconds: waitingSeconds).state
    }

    /// Runs a queue while the body goes on.
    private func running(_ queue: JobQueue, _ body: () async throws -> Void) async throws {
        let run = Task { await queue.run() }
        defer { run.cancel() }
        try await body()
        run.cancel()
        await run.value
    }

    @Test("What was accepted is done", arguments: TestDatabase.all)
    func done(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            let queue = JobQueue(records: records) { job in
                if job.recording == "bad" { return .failed(reason: "It is no sound.") }
                return .done(text: "Heard \(job.recording ?? "")")
            }
            let before = try await queue.add(job("before"))
            try await running(queue) {
                let after = try await queue.add(job("after"))
                let bad = try await queue.add(job("bad"))
                for (kept, text) in [(before, "Heard before"), (after, "Heard after")] {
                    let done = try await queue.job(kept.number, waitingSeconds: 60)
                    #expect(done.job.text == text)
                }
                let failed = try await queue.job(bad.number, waitingSeconds: 60)
                #expect(failed.state == .failed && failed.reason == "It is no sound.")
            }
        }
    }

    @Test("Never more than so many at once, and new work is refused when too much waits")
    func limits() async throws {
        try await TestDatabase.sqlite.run { database in
            let records = try await Records(database: database)
            var limits = JobQueue.Limits()
            limits.workers = 2
            limits.openJobs = 4
            let running = Atomic(0)
            let most = Atomic(0)
            let mayGo = Atomic(false)
            let queue = JobQueue(records: records, limits: limits) { _ in
                let now = running.add(1, ordering: .relaxed).newValue
                most.max(now, ordering: .relaxed)
                while !mayGo.load(ordering: .relaxed) { try? await Task.sleep(for: .milliseconds(5)) }
                running.subtract(1, ordering: .relaxed)
                return .done(text: nil)
            }
            try await self.running(queue) {
                var jobs: [KeptJob] = []
                for name in ["a", "b", "c", "d"] {
                    try await queue.requireRoom()
                    jobs.append(try await queue.add(job(name)))
                }
                let refusal = await #expect(throws: ServiceError.self) { try await queue.requireRoom() }
                guard case .busy(let seconds, _) = refusal else {
                    Issue.record("It was refused with \(String(describing: refusal)).")
                    return
                }
                #expect(seconds == 30)
                mayGo.store(true, ordering: .relaxed)
                for job in jobs {
                    let end1 = try await state(of: job, in: queue)
                    #expect(end1 == .done)
                }
                try await queue.requireRoom()
            }
            #expect(most.load(ordering: .relaxed) == 2)
        }
    }

    @Test("A job that cannot be done just now stands in nobody's way")
    func notNow() async throws {
        try await TestDatabase.sqlite.run { database in
            let records = try await Records(database: database)
            var limits = JobQueue.Limits()
            limits.workers = 1
            limits.againSeconds = 0.05
            let isFree = Atomic(false)
            let queue = JobQueue(records: records, limits: limits) { job in
                job.recording == "taken" && !isFree.load(ordering: .relaxed) ? .notNow : .done(text: nil)
            }
            let taken = try await queue.add(job("taken"))
            let other = try await queue.add(job("other"))
            try await running(queue) {
                let end2 = try await state(of: other, in: queue)
                #expect(end2 == .done)
                let end3 = try await state(of: taken, in: queue, waitingSeconds: 0)
                #expect(end3 != .done)
                isFree.store(true, ordering: .relaxed)
                let end4 = try await state(of: taken, in: queue)
                #expect(end4 == .done)
            }
        }
    }

    @Test("A job is held while it is done, however long that takes")
    func holding() async throws {
        try await TestDatabase.sqlite.run { database in
            let records = try await Records(database: database)
            var limits = JobQueue.Limits()
            limits.holdSeconds = 0.4
            let begun = Atomic(0)
            let queue = JobQueue(records: records, limits: limits) { _ in
                begun.add(1, ordering: .relaxed)
                try? await Task.sleep(for: .seconds(2))
                return .done(text: nil)
            }
            let long = try await queue.add(job("long"))
            try await running(queue) {
                let end5 = try await state(of: long, in: queue)
                #expect(end5 == .done)
            }
            #expect(begun.load(ordering: .relaxed) == 1)
        }
    }
}
