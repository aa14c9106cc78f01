import SQL

/// Lends connections, at most so many at once; who comes when none is left waits in line.
actor PostgresPool {
    private var idle: [PostgresWorker]
    private var waiting: [(id: Int, continuation: CheckedContinuation<PostgresWorker?, Never>)] = []
    private var lastID = 0
    private var isClosed = false
    private let name: String

    init(address: String, name: String, limit: Int) {
        // A worker connects when it is first used.
        idle = (0..<limit).map { _ in PostgresWorker(address: address, name: name) }
        self.name = name
    }

    /// Lends a connection for the time of `body`.
    ///
    /// - Throws: what `body` throws; `SQLError.connectionLost` when the pool was closed, `CancellationError`.
    nonisolated func withWorker<Value: Sendable>(
        _ body: @Sendable (PostgresWorker) async throws -> Value
    ) async throws -> Value {
        guard let worker = await lend() else {
            try Task.checkCancellation()
            throw SQLError.connectionLost(database: name, reason: "it was closed")
        }
        do {
            let value = try await body(worker)
            await giveBack(worker)
            return value
        } catch {
            await giveBack(worker)
            throw error
        }
    }

    func close() async {
        isClosed = true
        for waiter in waiting { waiter.continuation.resume(returning: nil) }
        waiting = []
        for worker in idle { await worker.close() }
        idle = []
    }

    private func lend() async -> PostgresWorker? {
        guard !isClosed, !Task.isCancelled else { return nil }
        // The one used last: the others let their connections rest.
        if let worker = idle.popLast() { return worker }
        lastID += 1
        let id = lastID
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled {
                    continuation.resume(returning: nil)
                } else {
                    waiting.append((id, continuation))
                }
            }
        } onCancel: {
            Task { await self.giveUp(id) }
        }
    }

    private func giveUp(_ id: Int) {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return }
        waiting.remove(at: place).continuation.resume(returning: nil)
    }

    private func giveBack(_ worker: PostgresWorker) async {
        if !waiting.isEmpty {
            waiting.removeFirst().continuation.resume(returning: worker)
        } else if isClosed {
            await worker.close()
        } else {
            idle.append(worker)
        }
    }
}
