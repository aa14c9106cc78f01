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

    /// In which order things were done.
    private actor Order {
        var numbers: [Int] = []

        func add(_ number: Int) { numbers.append(number) }
    }

    @Test func someWorkSomeWaitAndTheRestComeLater() async throws {
        let gate = WorkGate(limit: 1, waiting: 1, retryAfterSeconds: 7)
        let stay = Stay()
        let order = Order()
        let (begun, bell) = AsyncStream<Void>.makeStream()
        let first = Task {
            try await gate.passing {
                bell.finish()
                await stay.wait()
                await order.add(1)
            }
        }
        for await _ in begun {}
        let second = Task { try await gate.passing { await order.add(2) } }
        while await gate.waitingCount < 1 { await Task.yield() }
        let refusal = await #expect(throws: ServiceError.self) { try await gate.passing {} }
        if case .busy(7, _) = refusal {
        } else {
            Issue.record("It was refused with \(String(describing: refusal)).")
        }
        await stay.end()
        try await first.value
        try await second.value
        #expect(await order.numbers == [1, 2])
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
