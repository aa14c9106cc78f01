import Interview
import Records
import Testing

@testable import Service

/// What becomes of a job from when a worker takes it.
struct JobAttemptTests {
    private func attempt(waits: Int = 0, faults: Int = 0) -> JobAttempt {
        JobAttempt(waits: waits, faults: faults, isAnswer: true, pauses: JobPauses())
    }

    @Test func whatEndsIsKeptOnce() {
        var attempt = attempt()
        #expect(attempt.handle(.ended(.done(text: "Hello."))) == .finish(text: "Hello."))
        #expect(attempt.handle(.stopped) == nil)
        #expect(attempt.handle(.lost) == nil)
    }

    @Test func aJobThatWasLostIsNotSpokenOf() {
        var attempt = attempt()
        #expect(attempt.handle(.lost) == nil)
        #expect(attempt.handle(.ended(.done(text: nil))) == nil)
    }

    @Test(arguments: [JobOutcome.notNow, .failed(reason: "No."), .hindered(reason: "No.")])
    func aJobThatIsStoppedIsGivenBackAtOnce(_ outcome: JobOutcome) {
        var attempt = attempt(waits: 3, faults: 7)
        #expect(attempt.handle(.stopped) == .giveBack(seconds: 0, .nothing))
        #expect(attempt.handle(.ended(outcome)) == nil)
    }

    @Test func aJobThatIsDoneWhileItIsStoppedIsDone() {
        var attempt = attempt()
        #expect(attempt.handle(.stopped) == .giveBack(seconds: 0, .nothing))
        #expect(attempt.handle(.ended(.done(text: nil))) == .finish(text: nil))
    }

    @Test func pausesGrowAndEnd() {
        let waits: [JobAttempt.Action] = (0..<6).compactMap { count in
            var attempt = attempt(waits: count)
            return attempt.handle(.ended(.notNow))
        }
        #expect(waits == [2, 4, 8, 16, 30, 30].map { JobAttempt.Action.giveBack(seconds: $0, .inTheWay) })
        let faults: [JobAttempt.Action] = (0..<7).compactMap { count in
            var attempt = attempt(faults: count)
            return attempt.handle(.ended(.hindered(reason: "The disk was full.")))
        }
        #expect(
            faults == [10, 20, 40, 80, 160, 320, 600].map { JobAttempt.Action.giveBack(seconds: $0, .fault) })
        var last = attempt(faults: 7)
        guard case .fail(let reason) = last.handle(.ended(.hindered(reason: "The disk was full."))) else {
            Issue.record("It is tried for ever.")
            return
        }
        #expect(reason.hasPrefix("The disk was full. It was tried 8 times: judge the answer once more"))
        // Somebody may be in the way for as long as an interview takes.
        var patient = attempt(waits: 100_000)
        #expect(patient.handle(.ended(.notNow)) == .giveBack(seconds: 30, .inTheWay))
    }
}
