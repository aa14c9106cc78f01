import Foundation
public import Interview
public import Records

/// Does work in the background, so many jobs at once, the longest waiting first.
///
/// Jobs are rows of the database: what was accepted is done though the program ends in between, by this one when it is back or
/// by another on the same database. A job whose program died is begun once more.
///
/// ```swift
/// try await queue.requireRoom()          // before the recording is taken
/// let job = try await queue.add(work)    // after it is on the disk
/// ```
public actor JobQueue {
    /// How a queue works.
    public struct Limits: Sendable, Hashable {
        /// How many jobs are done at once; 0 where others on the same database do them.
        public var workers = 2
        /// How many may wait or run before new work is refused.
        public var openJobs = 100
        /// For how many seconds a worker has a job unless it says that it lives; it does so four times in that time.
        public var holdSeconds = 20.0
        /// After how many seconds a job is tried again that somebody else stood in the way of.
        public var againSeconds = 2.0
        /// After how many seconds somebody who was refused may come again.
        public var retryAfterSeconds = 30
        /// After how many seconds it is seen again to what was given up, and to what is old.
        public var tidySeconds = 10.0

        /// The usual limits.
        public init() {}
    }

    private let records: Records
    private let limits: Limits
    private let perform: @Sendable (Job) async -> JobOutcome
    private let tidy: @Sendable () async -> Void
    private let notice: @Sendable (String) -> Void
    /// Wakes a worker each, when there may be something to do.
    private var bells: [AsyncStream<Void>.Continuation] = []

    /// A queue that does nothing until it is run.
    ///
    /// - Parameters:
    ///   - records: where jobs are kept.
    ///   - limits: how it works.
    ///   - notice: is told what went wrong with the queue itself.
    ///   - tidy: is done at the beginning and every `tidySeconds`.
    ///   - perform: does a job; it stops early when its task is cancelled.
    public init(
        records: Records, limits: Limits = Limits(), notice: @escaping @Sendable (String) -> Void = { _ in },
        tidy: @escaping @Sendable () async -> Void = {},
        perform: @escaping @Sendable (Job) async -> JobOutcome
    ) {
        self.records = records
        self.limits = limits
        self.notice = notice
        self.perform = perform
        self.tidy = tidy
    }

    /// Refuses new work while there is too much to do. It is asked before anything is accepted: what was accepted is
    /// never refused.
    ///
    /// - Throws: `ServiceError.busy`, `failed`.
    public func requireRoom() async throws(ServiceError) {
        let open: Int
        do throws(RecordsError) { open = try await records.openJobs() } catch { throw ServiceError(error) }
        guard open < limits.openJobs else {
            throw .busy(
                retryAfterSeconds: limits.retryAfterSeconds,
                reason:
                    "\(open) jobs wait already, which is as many as are taken. Nothing was kept of this one: come again later."
            )
        }
    }

    /// Accepts a job: it is kept before this returns, and done later.
    ///
    /// - Throws: `ServiceError.failed`.
    public func add(_ job: Job) async throws(ServiceError) -> KeptJob {
        let kept: KeptJob
        do throws(RecordsError) { kept = try await records.add(job) } catch { throw ServiceError(error) }
        ring()
        return kept
    }

    /// Sees that the answers of an interview that wait to be heard have jobs.
    ///
    /// - Throws: `ServiceError.failed`.
    func addForgotten(of interview: Int64) async throws(ServiceError) {
        do throws(RecordsError) { try await records.addForgottenJobs(of: interview) } catch {
            throw ServiceError(error)
        }
        ring()
    }

    /// A job as soon as it is over, or as it stands after so many seconds.
    ///
    /// - Throws: `ServiceError.notFound`, `failed`.
    public func job(_ number: Int64, waitingSeconds: Double) async throws(ServiceError) -> KeptJob {
        let end = ContinuousClock.now + .seconds(waitingSeconds)
        while true {
            let kept: KeptJob
            do throws(RecordsError) { kept = try await records.job(.number(number)) } catch {
                throw ServiceError(error)
            }
            guard !kept.state.isOver, .now < end, !Task.isCancelled else { return kept }
            // A job may be done by another program, so nobody here knows when.
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Does jobs until the task is cancelled; what is being done then is stopped, and begun again another time.
    public func run() async {
        do { try await records.addForgottenJobs() } catch {
            notice("Answers that were received and not judged could not be looked for: \(error)")
        }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<limits.workers {
                let (calls, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
                bells.append(bell)
                group.addTask { for await _ in calls { await self.work() } }
            }
            // Others on the same database add jobs too, and die over them.
            var tidied: ContinuousClock.Instant?
            while !Task.isCancelled {
                ring()
                if tidied.map({ .now - $0 >= .seconds(limits.tidySeconds) }) ?? true {
                    await tidy()
                    tidied = .now
                }
                try? await Task.sleep(for: .seconds(1))
            }
            group.cancelAll()
        }
        bells = []
    }

    /// Lets the workers see that there may be something to do.
    func ring() {
        for bell in bells { bell.yield() }
    }

    /// Does what there is to do.
    private func work() async {
        while !Task.isCancelled {
            do {
                let now = Date()
                guard let job = try await records.takeJob(until: now + limits.holdSeconds, at: now) else {
                    return
                }
                await attempt(job)
            } catch {
                if !Task.isCancelled { notice("The next job could not be looked for: \(error)") }
                return
            }
        }
    }

    private func attempt(_ kept: KeptJob) async {
        let perform = perform
        let outcome = await withTaskGroup(of: JobOutcome?.self) { group in
            group.addTask { await perform(kept.job) }
            group.addTask {
                await self.hold(kept)
                return nil
            }
            // The one that ends first decides: whoever lost the job has nothing more to say of it.
            let first = await group.next() ?? nil
            group.cancelAll()
            return first
        }
        // Also when the program is asked to end: what is known is kept.
        await Task { await keep(kept, outcome) }.value
    }

    private func keep(_ kept: KeptJob, _ outcome: JobOutcome?) async {
        do {
            switch outcome {
            case .done(let text): try await records.finish(kept, text: text)
            case .heard(let speech): try await records.finish(kept, heard: speech)
            case .failed(let reason): try await records.fail(kept, reason: reason)
            case .notNow: try await records.giveBack(kept, until: Date() + limits.againSeconds)
            case nil: break
            }
        } catch {
            notice("What came of job \(kept.number) could not be kept; it is done again: \(error)")
        }
    }

    /// Says that the worker lives, until the task is cancelled or the job is lost.
    private func hold(_ kept: KeptJob) async {
        while true {
            do {
                try await Task.sleep(for: .seconds(limits.holdSeconds / 4))
                guard try await records.hold(kept, until: Date() + limits.holdSeconds) else { return }
            } catch {
                guard !Task.isCancelled else { return }
                notice("Job \(kept.number) could not be held: \(error)")
            }
        }
    }
}
