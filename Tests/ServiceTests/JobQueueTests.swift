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
                    let place = try await queue.reserve()
                    jobs.append(try await queue.add(job(name)))
                    place.leave()
                }
                let refusal = await #expect(throws: ServiceError.self) { _ = try await queue.reserve() }
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
                _ = try await queue.reserve()
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
            limits.pauses.inTheWaySeconds = 0.05
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

    @Test("Of many who come at once only so many find a place, until it is left")
    func places() async throws {
        try await TestDatabase.sqlite.run { database in
            var limits = JobQueue.Limits()
            limits.openJobs = 2
            let queue = JobQueue(records: try await Records(database: database), limits: limits) { _ in
                .notNow
            }
            let places = await withTaskGroup(of: JobPlace?.self) { group in
                for _ in 0..<8 { group.addTask { try? await queue.reserve() } }
                return await group.reduce(into: [JobPlace]()) { if let place = $1 { $0.append(place) } }
            }
            #expect(places.count == 2)
            await #expect(throws: ServiceError.self) { _ = try await queue.reserve() }
            for place in places {
                place.leave()
                // Whoever leaves twice has left once.
                place.leave()
            }
            let first = try await queue.reserve()
            _ = try await queue.add(job("a"))
            await #expect(throws: ServiceError.self) { _ = try await queue.reserve() }
            first.leave()
            // A place that nobody has any more is left.
            do { _ = try await queue.reserve() }
            _ = try await queue.reserve()
        }
    }

    @Test(
        "A job that is being done when the program ends waits for the next one, however often that happens",
        arguments: TestDatabase.all)
    func stopping(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            let kept = try await records.add(job("long"))
            for isHeeding in [true, false, true] {
                let begun = AsyncStream<Void>.makeStream()
                let mayGo = Atomic(false)
                let queue = JobQueue(records: records) { _ in
                    begun.continuation.finish()
                    // Some work does not heed that it is to stop.
                    while !mayGo.load(ordering: .relaxed), !(isHeeding && Task.isCancelled) {
                        try? await Task.sleep(for: .milliseconds(5))
                    }
                    return isHeeding ? .notNow : .failed(reason: "It was stopped.")
                }
                let run = Task { await queue.run() }
                for await _ in begun.stream {}
                run.cancel()
                while try await records.job(.number(kept.number)).state == .running {
                    try await Task.sleep(for: .milliseconds(5))
                }
                mayGo.store(true, ordering: .relaxed)
                await run.value
                let waiting = try await records.job(.number(kept.number))
                #expect(waiting.state == .waiting && waiting.attempts == 0 && waiting.waits == 0)
            }
            let queue = JobQueue(records: records) { _ in .done(text: "Heard.") }
            try await running(queue) {
                let done = try await queue.job(kept.number, waitingSeconds: 60)
                #expect(done.state == .done && done.job.text == "Heard.")
            }
        }
    }

    @Test("What the machine fails over is tried again, some times", arguments: TestDatabase.all)
    func faults(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            var limits = JobQueue.Limits()
            limits.pauses.faultSeconds = 0.01
            limits.pauses.limitFaults = 3
            let notices = Mutex<[String]>([])
            let hasRoom = Atomic(false)
            let queue = JobQueue(
                records: records, limits: limits, notice: { text in notices.withLock { $0.append(text) } }
            ) { job in
                if job.recording == "passes", hasRoom.exchange(true, ordering: .relaxed) {
                    return .done(text: nil)
                }
                return .hindered(reason: "The disk is full.")
            }
            let lasts = try await queue.add(job("lasts"))
            let passes = try await queue.add(job("passes"))
            try await running(queue) {
                let end = try await state(of: passes, in: queue)
                #expect(end == .done)
                let failed = try await queue.job(lasts.number, waitingSeconds: 60)
                #expect(failed.state == .failed)
                #expect(
                    failed.reason
                        == "The disk is full. It was tried 3 times: send the recording once more when that is mended."
                )
            }
            #expect(notices.withLock { $0.count { $0.contains("tried again") } } == 3)
            #expect(notices.withLock { $0.count { $0.contains("is given up") } } == 1)
        }
    }

    @Test("Work is found while something is tidied")
    func tidying() async throws {
        try await TestDatabase.sqlite.run { database in
            let records = try await Records(database: database)
            let mayGo = Atomic(false)
            let queue = JobQueue(
                records: records,
                tidy: {
                    while !mayGo.load(ordering: .relaxed) { try? await Task.sleep(for: .milliseconds(5)) }
                }
            ) { _ in .done(text: nil) }
            try await running(queue) {
                // Nobody rings for what another program has added.
                let first = try await records.add(job("a"))
                let end6 = try await state(of: first, in: queue)
                #expect(end6 == .done)
                let second = try await records.add(job("b"))
                let end7 = try await state(of: second, in: queue)
                #expect(end7 == .done)
                mayGo.store(true, ordering: .relaxed)
            }
        }
    }
}
