import Foundation
import Testing

@testable import HTTPClient

@Suite struct RetryPolicyTests {
    private let exact = RetryPolicy(tries: 9, firstWait: .seconds(1), longestWait: .seconds(5), jitter: 0)
    private func busy(_ retryAfter: String? = nil) -> RetryPolicy.Outcome {
        .status(503, retryAfter: retryAfter)
    }

    private func wait(
        _ policy: RetryPolicy, afterTry done: Int, outcome: RetryPolicy.Outcome,
        delivery: HTTPRequest.Delivery = .once, now: Date = Date()
    ) -> Duration? {
        policy.wait(afterTry: done, outcome: outcome, delivery: delivery, now: now)
    }

    @Test func theWaitDoublesUpToTheLongest() {
        let waits = (1...5).map { wait(exact, afterTry: $0, outcome: busy()) }
        #expect(waits == [1, 2, 4, 5, 5].map { .seconds($0) })
    }

    @Test func afterTheLastTryTheOutcomeStands() {
        #expect(wait(exact, afterTry: 9, outcome: busy()) == nil)
        #expect(wait(exact, afterTry: 8, outcome: busy()) != nil)
        #expect(wait(.never, afterTry: 1, outcome: busy()) == nil)
        #expect(wait(RetryPolicy(tries: -3), afterTry: 1, outcome: busy()) == nil)
    }

    @Test func chanceTakesAtMostItsShareAndComesFromTheSeed() {
        var policy = exact
        policy.jitter = 0.5
        let waits = (UInt64(0)..<50).map { (seed: UInt64) -> Duration in
            policy.seed = seed
            return wait(policy, afterTry: 1, outcome: busy()) ?? .zero
        }
        #expect(waits.allSatisfy { $0 > .milliseconds(500) && $0 <= .seconds(1) })
        #expect(Set(waits).count > 40)
        policy.seed = 7
        #expect(wait(policy, afterTry: 1, outcome: busy()) == waits[7])
    }

    @Test(arguments: [
        ("0", 0.0), (" 12 ", 12), ("30", 30), ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
        ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
    ])
    func whatTheServerAsksForIsObeyed(text: String, seconds: Double) {
        let now = Date(timeIntervalSince1970: 784_111_777)  // 1994-11-06 08:49:37
        #expect(wait(exact, afterTry: 1, outcome: busy(text), now: now) == .seconds(seconds))
    }

    @Test(arguments: ["31", "99999999999999999999999999", "Sun, 06 Nov 2094 08:49:47 GMT"])
    func aServerThatAsksForTooLongIsNotAskedAgain(text: String) {
        #expect(wait(exact, afterTry: 1, outcome: busy(text)) == nil)
    }

    @Test(arguments: ["", "soon", "-5", "1.5", "١٢", "Sun, 31 Foo 1994 08:49:37 GMT", "06 Nov 1994"])
    func whatIsNoTimeIsPassedOver(text: String) {
        #expect(wait(exact, afterTry: 1, outcome: busy(text)) == .seconds(1))
    }

    @Test func onlyWhatCannotHaveArrivedIsSentTwiceUnlessAllowed() {
        let unsent: [HTTPError.Reason] = [
            .unresolved(host: "a"), .unreachable("b"), .connectTimedOut(limit: .seconds(1)),
        ]
        let perhapsSent: [HTTPError.Reason] = [
            .brokenOff(receivedBytes: 0, ""), .stalled(duration: .seconds(1), receivedBytes: 0),
        ]
        let final: [HTTPError.Reason] = [
            .timedOut(limit: .seconds(1), receivedBytes: 0), .cancelled, .tooLarge(limitBytes: 1),
            .encryptionFailed(""), .badAnswer(""), .invalidRequest(""), .redirectRefused(""),
        ]
        for reason in unsent { #expect(wait(exact, afterTry: 1, outcome: .failure(reason)) != nil) }
        for reason in perhapsSent {
            #expect(wait(exact, afterTry: 1, outcome: .failure(reason)) == nil)
            #expect(wait(exact, afterTry: 1, outcome: .failure(reason), delivery: .repeatable) != nil)
        }
        for reason in final {
            #expect(wait(exact, afterTry: 1, outcome: .failure(reason), delivery: .repeatable) == nil)
        }
    }
}
