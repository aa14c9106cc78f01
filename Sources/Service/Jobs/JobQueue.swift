import Foundation
public import Interview
public import Records

/// Does work in the background, so many jobs at once, the longest waiting first.
///
/// Jobs are rows of the database: what was accepted is done though the program ends in between, by this one when it is back or
/// by another on the same database. A job whose program died is begun once more.
///
/// ```swift
/// let place = try await queue.reserve()  // before the recording is taken
/// let job = try await queue.add(work)    // after it is on the disk
/// place.leave()
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
        /// For how long a job waits that could not be done just now.
        public var pauses = JobPauses()
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
    private let places = JobPlaces()
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

    /// Keeps a place for new work, or refuses it while there is too much to do. It is asked before anything is accepted: what was
    /// accepted is never refused. The place counts as a job until it is left.
    ///
    /// - Throws: `ServiceError.busy`, `failed`.
    public func reserve() async throws(ServiceError) -> JobPlace {
        // Taken before anything is waited for, so that of many who come at once only so many find room.
        let reserved = places.take()
        let place = JobPlace(places)
        let open: Int
        do throws(RecordsError) { open = try await records.openJobs() } catch { throw ServiceError(error) }
        guard open + reserved <= limits.openJobs else {
            throw .busy(
                retryAfterSeconds: limits.retryAfterSeconds,
                reason:
                    "\(open + reserved - 1) jobs wait already or are being sent, which is as many as are taken. Nothing was kept of this one: come again later."
            )
        }
        return place
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
            // What is tidied may take long, and nobody waits for it.
            group.addTask { [tidy, limits] in
                while !Task.isCancelled {
                    await tidy()
                    try? await Task.sleep(for: .seconds(max(1, limits.tidySeconds)))
                }
            }
            // Others on the same database add jobs too, and die over them.
            while !Task.isCancelled {
                ring()
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
        await withTaskGroup(of: JobAttempt.Event.self) { group in
            group.addTask { .ended(await perform(kept.job)) }
            group.addTask { await self.hold(kept) }
            var attempt = JobAttempt(
                waits: kept.waits, faults: kept.faults, isAnswer: kept.job.answer != nil,
                pauses: limits.pauses)
            for await event in group {
                // The work may notice first that the program ends.
                if Task.isCancelled { await act(on: attempt.handle(.stopped), kept) }
                await act(on: attempt.handle(event), kept)
                // Whoever lost the job stops, and what is done needs not be held.
                group.cancelAll()
            }
        }
    }

    /// Keeps what became of a job, also when the program is asked to end.
    private func act(on action: JobAttempt.Action?, _ kept: KeptJob) async {
        guard let action else { return }
        await Task { await keep(kept, action) }.value
    }

    private func keep(_ kept: KeptJob, _ action: JobAttempt.Action) async {
        do {
            switch action {
            case .finish(let text): try await records.finish(kept, text: text)
            case .finishHearing(let speech): try await records.finish(kept, heard: speech)
            case .fail(let reason):
                notice("Job \(kept.number) is given up: \(reason)")
                try await records.fail(kept, reason: reason)
            case .giveBack(let seconds, let pause):
                if pause == .fault {
                    notice("Job \(kept.number) is tried again in \(Int(seconds.rounded(.up))) seconds.")
                }
                try await records.giveBack(kept, until: Date() + seconds, counting: pause)
            }
        } catch {
            notice("What came of job \(kept.number) could not be kept; it is done again: \(error)")
        }
    }

    /// Says that the worker lives, until the task is cancelled or the job is lost.
    private func hold(_ kept: KeptJob) async -> JobAttempt.Event {
        while true {
            do {
                try await Task.sleep(for: .seconds(limits.holdSeconds / 4))
                guard try await records.hold(kept, until: Date() + limits.holdSeconds) else { return .lost }
            } catch {
                guard !Task.isCancelled else { return .stopped }
                notice("Job \(kept.number) could not be held: \(error)")
            }
        }
    }
}
