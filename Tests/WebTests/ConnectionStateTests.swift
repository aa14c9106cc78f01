import Testing

@testable import Web

/// What is done with connections over time.
struct ConnectionStateTests {
    private static func state() -> ConnectionState {
        ConnectionState(ConnectionState.Limits(headSeconds: 10, idleSeconds: 60), at: 0)
    }

    private static let head = ConnectionState.Event.head(endsConnection: false, expectsContinue: false)

    @Test func aSilentConnectionIsClosedAfterTheIdleTime() {
        var state = Self.state()
        #expect(state.wakeAt == 60)
        #expect(state.handle(.time, at: 59) == .proceed)
        #expect(state.handle(.time, at: 60) == .close)
    }

    @Test func whoHasSaidNothingYetIsWaitedForLessLong() {
        var limits = ConnectionState.Limits(headSeconds: 10, idleSeconds: 60)
        limits.firstByteSeconds = 10
        var silent = ConnectionState(limits, at: 0)
        #expect(silent.wakeAt == 10)
        #expect(silent.handle(.time, at: 10) == .close)
        var speaking = ConnectionState(limits, at: 0)
        _ = speaking.handle(Self.head, at: 1)
        _ = speaking.handle(.end, at: 1)
        _ = speaking.handle(.answerHead(endsConnection: false), at: 2)
        _ = speaking.handle(.answerEnd, at: 2)
        #expect(speaking.wakeAt == 62)
    }

    @Test func aHeadHasItsTimeWhateverComes() {
        var state = Self.state()
        for second in 50..<60 { #expect(state.handle(.bytes, at: Double(second)) == .proceed) }
        #expect(state.wakeAt == 60)
        #expect(state.handle(.time, at: 60) == .refuse(status: 408))
        #expect(state.handle(.bytes, at: 61) == .proceed || state.handle(.bytes, at: 61) == .drop)
        #expect(state.handle(.time, at: 62) == .close)
    }

    @Test func whileARequestIsWorkedOnNothingIsWaitedFor() {
        var state = Self.state()
        #expect(state.handle(Self.head, at: 1) == .proceed)
        #expect(state.handle(.end, at: 1) == .proceed)
        #expect(state.handle(.bytes, at: 1) == .proceed)
        #expect(state.wakeAt == nil)
        #expect(state.handle(.answerHead(endsConnection: false), at: 1000) == .proceed)
        #expect(state.handle(.answerEnd, at: 1000) == .proceed)
        #expect(state.wakeAt == 1060)
    }

    @Test func aBodyMayNotComeTooSlowly() {
        var state = Self.state()
        _ = state.handle(Self.head, at: 0)
        // A byte every thirty seconds puts off the idle time, and not the end.
        #expect(state.handle(.body(bytes: 1), at: 30) == .proceed)
        #expect(state.handle(.body(bytes: 1), at: 59) == .proceed)
        #expect(state.handle(.time, at: 60.01) == .close)
        var fast = Self.state()
        _ = fast.handle(Self.head, at: 0)
        #expect(fast.handle(.body(bytes: 1 << 20), at: 59) == .proceed)
        #expect(fast.wakeAt == 119)
    }

    @Test func anAnswerBeforeTheEndOfTheBodyIsTheLast() {
        var state = Self.state()
        _ = state.handle(Self.head, at: 0)
        #expect(state.handle(.answerHead(endsConnection: false), at: 1) == .proceedAsLast)
        #expect(state.handle(.answerEnd, at: 1) == .finish)
        #expect(state.handle(.body(bytes: 9), at: 1.5) == .drop)
        #expect(state.wakeAt == 3)
        #expect(state.handle(.time, at: 3) == .close)
    }

    @Test func whatComesBehindTheLastRequestIsDropped() {
        var state = Self.state()
        #expect(state.handle(.head(endsConnection: true, expectsContinue: false), at: 0) == .proceed)
        #expect(state.handle(.end, at: 0) == .proceed)
        #expect(state.handle(Self.head, at: 0) == .drop)
        #expect(state.handle(.body(bytes: 3), at: 0) == .drop)
        #expect(state.handle(.end, at: 0) == .drop)
        #expect(state.handle(.answerHead(endsConnection: false), at: 1) == .proceedAsLast)
        #expect(state.handle(.answerEnd, at: 1) == .finish)
    }

    @Test func theEndOfTheServerWaitsForAnswersOnly() {
        var idle = Self.state()
        #expect(idle.handle(.quiesce, at: 1) == .close)
        var half = Self.state()
        _ = half.handle(.bytes, at: 1)
        #expect(half.handle(.quiesce, at: 2) == .close)
        var busy = Self.state()
        for _ in 0..<2 {
            _ = busy.handle(Self.head, at: 0)
            _ = busy.handle(.end, at: 0)
        }
        #expect(busy.handle(.quiesce, at: 1) == .proceed)
        #expect(busy.handle(.answerHead(endsConnection: false), at: 2) == .proceed)
        #expect(busy.handle(.answerEnd, at: 2) == .proceed)
        #expect(busy.handle(.answerHead(endsConnection: false), at: 3) == .proceedAsLast)
        #expect(busy.handle(.answerEnd, at: 3) == .finish)
    }

    @Test func aClientThatTakesNothingIsLetGo() {
        var state = Self.state()
        _ = state.handle(Self.head, at: 0)
        _ = state.handle(.end, at: 0)
        #expect(state.handle(.takes(false), at: 5) == .proceed)
        #expect(state.handle(.takes(false), at: 50) == .proceed)
        #expect(state.wakeAt == 65)
        #expect(state.handle(.takes(true), at: 60) == .proceed)
        #expect(state.wakeAt == nil)
        _ = state.handle(.takes(false), at: 70)
        #expect(state.handle(.time, at: 130) == .close)
    }

    @Test func whatIsNoHTTPIsRefusedOnceAnswersAreOut() {
        var idle = Self.state()
        #expect(idle.handle(.broken(status: 400), at: 0) == .refuse(status: 400))
        var busy = Self.state()
        _ = busy.handle(Self.head, at: 0)
        #expect(busy.handle(.broken(status: 400), at: 1) == .proceed)
        #expect(busy.handle(.answerHead(endsConnection: false), at: 2) == .proceedAsLast)
        #expect(busy.handle(.answerEnd, at: 2) == .finish)
    }

    @Test func leaveForABodyIsGivenWhenNoAnswerIsBeforeIt() {
        var state = Self.state()
        let asks = ConnectionState.Event.head(endsConnection: false, expectsContinue: true)
        #expect(state.handle(asks, at: 0) == .proceed)
        #expect(state.handle(.bodyIsWanted, at: 0) == .giveLeave)
        #expect(state.handle(.bodyIsWanted, at: 0) == .proceed)
        _ = state.handle(.end, at: 0)
        #expect(state.handle(asks, at: 0) == .proceed)
        #expect(state.handle(.bodyIsWanted, at: 0) == .proceed)
    }

    @Test func leaveForABodyThatWasRefusedOrCameIsNotGiven() {
        let asks = ConnectionState.Event.head(endsConnection: false, expectsContinue: true)
        for event in [ConnectionState.Event.answerHead(endsConnection: false), .body(bytes: 1)] {
            var state = Self.state()
            _ = state.handle(asks, at: 0)
            _ = state.handle(event, at: 0)
            #expect(state.handle(.bodyIsWanted, at: 0) == .proceed)
        }
    }
}
