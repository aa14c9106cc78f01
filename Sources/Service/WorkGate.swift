/// Lets only so many do heavy work in requests at once; a few more wait, and whoever comes then is told to come later.
actor WorkGate {
    private let limit: Int
    private let limitWaiting: Int
    private let retryAfterSeconds: Int
    private var working = 0
    private var waiting: [(number: Int, turn: CheckedContinuation<Bool, Never>)] = []
    private var lastNumber = 0

    /// A gate.
    ///
    /// - Parameters:
    ///   - limit: how many work at once, at least one.
    ///   - waiting: how many may wait.
    ///   - retryAfterSeconds: after how many seconds somebody who was refused may come again.
    init(limit: Int, waiting: Int, retryAfterSeconds: Int = 5) {
        self.limit = max(1, limit)
        limitWaiting = waiting
        self.retryAfterSeconds = retryAfterSeconds
    }

    /// How many wait.
    var waitingCount: Int { waiting.count }

    /// Does something when its turn has come.
    ///
    /// - Throws: `ServiceError.busy` when too many wait, `CancellationError` when the task was cancelled before its turn, and what `work`
    ///   throws.
    nonisolated func passing<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await enter()
        let result: Result<Value, any Error>
        do { result = .success(try await work()) } catch { result = .failure(error) }
        await leave()
        return try result.get()
    }

    private func enter() async throws {
        try Task.checkCancellation()
        if working < limit {
            working += 1
            return
        }
        guard waiting.count < limitWaiting else {
            throw ServiceError.busy(
                retryAfterSeconds: retryAfterSeconds,
                reason:
                    "\(working) files are being read just now and \(waiting.count) wait for it, which is as many as may. Nothing was kept of this one: come again later."
            )
        }
        lastNumber += 1
        let number = lastNumber
        let hasTurn = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                if Task.isCancelled { turn.resume(returning: false) } else { waiting.append((number, turn)) }
            }
        } onCancel: {
            Task { await self.giveUp(number) }
        }
        guard hasTurn else { throw CancellationError() }
    }

    private func giveUp(_ number: Int) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).turn.resume(returning: false)
    }

    /// Whoever waits longest is next, in the place of the one who leaves.
    private func leave() {
        guard waiting.isEmpty else { return waiting.removeFirst().turn.resume(returning: true) }
        working -= 1
    }
}
