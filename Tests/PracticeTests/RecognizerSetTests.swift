import Practice
import Speech
import Synchronization
import Testing

@Suite struct RecognizerSetTests {
    private final class Count: Sendable {
        let made = Mutex(0)
        func add() -> Int {
            made.withLock {
                $0 += 1; return $0
            }
        }
    }

    @Test func makesNoMoreThanItsLimitHoweverManyAskAtOnce() async throws {
        let count = Count()
        let set = RecognizerSet(limit: 3) {
            _ = count.add()
            for _ in 0..<20 { await Task.yield() }
            return ScriptedRecognizer(words: [])
        }
        try await withThrowingTaskGroup(of: Int.self) { group in
            for index in 0..<12 {
                group.addTask {
                    if index.isMultiple(of: 2) {
                        _ = try await set.one()
                        return 3
                    }
                    return try await set.all().count
                }
            }
            for try await number in group { #expect(number == 3) }
        }
        #expect(count.made.withLock { $0 } == 3)
    }

    @Test func aFailureIsToldAndTheNextOneTriesAgain() async throws {
        let count = Count()
        let failure = RecognitionError.engineFailed(engine: "a script", reason: "no memory")
        let set = RecognizerSet {
            if count.add() == 1 { throw failure }
            return ScriptedRecognizer(words: [])
        }
        await #expect(throws: failure) { _ = try await set.one() }
        #expect(try await set.all().count == 1)
    }

    @Test(.timeLimit(.minutes(30))) func whoIsCancelledDoesNotWaitForOneThatIsBeingMade() async throws {
        let (releases, release) = AsyncStream<Void>.makeStream()
        let count = Count()
        let set = RecognizerSet {
            _ = count.add()
            for await _ in releases {}
            return ScriptedRecognizer(words: [])
        }
        let waiting = Task { try await set.one() }
        while count.made.withLock({ $0 }) == 0 { await Task.yield() }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { _ = try await waiting.value }
        // The making goes on, for others.
        release.finish()
        _ = try await set.one()
        #expect(count.made.withLock { $0 } == 1)
    }

    private let context = HearingContext(question: "What is an index?")

    @Test func whatIsExpectedReachesThoseThatAreMadeAndThoseThatAreMadeLater() async throws {
        let set = RecognizerSet(limit: 2) { ScriptedRecognizer(words: []) }
        let first = try await set.one()
        try await set.expect(context)
        try await set.expect(context)
        let all = try await set.all()
        #expect(await (first as? ScriptedRecognizer)?.expectations == [context])
        #expect(await (all.last as? ScriptedRecognizer)?.expectations == [context])
        try await set.expect(nil)
        #expect(await (first as? ScriptedRecognizer)?.expectations == [context, nil])
    }

    @Test func whenOneCannotExpectAllHearWithoutAndItIsTold() async throws {
        let count = Count()
        let set = RecognizerSet(limit: 2) { ScriptedRecognizer(words: [], canExpect: count.add() == 1) }
        try await set.expect(context)
        let all = try await set.all()
        #expect(await (all.first as? ScriptedRecognizer)?.expectations.last == .some(nil))
        await #expect(throws: RecognitionError.self) { try await set.expect(context) }
        #expect(await (all.first as? ScriptedRecognizer)?.expectations.last == .some(nil))
    }
}
