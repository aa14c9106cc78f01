import Synchronization
import Testing

@testable import Service

/// Heavy work in requests.
struct WorkGateTests {
    /// Keeps a task at work until it is let go.
    private actor Stay {
        private var isOver = false
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func wait() async {
            guard !isOver else { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func end() {
            isOver = true
            for turn in waiting { turn.resume() }
            waiting = []
        }
    }

    @Test func someWorkSomeWaitAndTheRestComeLater() async throws {
        let gate = WorkGate(limit: 1, waiting: 1, retryAfterSeconds: 7)
        let stay = Stay()
        let order = Mutex<[Int]>([])
        try await withThrowingTaskGroup(of: Void.self) { group in
            let (begun, bell) = AsyncStream<Void>.makeStream()
            group.addTask {
                try await gate.passing {
                    bell.finish()
                    await stay.wait()
                    order.withLock { $0.append(1) }
                }
            }
            for await _ in begun {}
            group.addTask { try await gate.passing { order.withLock { $0.append(2) } } }
            while await gate.waitingCount < 1 { await Task.yield() }
            let refusal = await #expect(throws: ServiceError.self) { try await gate.passing {} }
            guard case .busy(7, _) = refusal else {
                Issue.record("It was refused with \(String(describing: refusal)).")
                return await stay.end()
            }
            await stay.end()
            try await group.waitForAll()
        }
        #expect(order.withLock { $0 } == [1, 2])
        // All have left.
        try await gate.passing {}
    }

    @Test func whoeverGivesUpLeavesThePlace() async throws {
        let gate = WorkGate(limit: 1, waiting: 1)
        let stay = Stay()
        let (begun, bell) = AsyncStream<Void>.makeStream()
        let first = Task {
            try await gate.passing {
                bell.finish()
                await stay.wait()
            }
        }
        for await _ in begun {}
        let second = Task { try await gate.passing {} }
        while await gate.waitingCount < 1 { await Task.yield() }
        second.cancel()
        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(await gate.waitingCount == 0)
        await stay.end()
        try await first.value
        try await gate.passing {}
    }
}
