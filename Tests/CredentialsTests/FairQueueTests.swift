import Testing

@testable import Credentials

@Suite("Turns of those who wait")
struct FairQueueTests {
    /// Takes all out.
    private static func served(_ queue: FairQueue<String>) -> [String] {
        var queue = queue
        var served: [String] = []
        while let next = queue.next() { served.append(next) }
        return served
    }

    @Test("Each party has a turn after every other, and its own in the order in which they came")
    func turns() {
        var queue = FairQueue<String>(limit: 8)
        for name in ["a1", "a2", "a3", "b1", "c1", "b2"] {
            #expect(queue.add(name, of: String(name.prefix(1))) == nil)
        }
        #expect(Self.served(queue) == ["a1", "b1", "c1", "a2", "b2", "a3"])
    }

    @Test("Whoever comes later waits behind none but one of each other party")
    func later() {
        var queue = FairQueue<String>(limit: 8)
        for number in 1...4 { _ = queue.add("a\(number)", of: "a") }
        #expect(queue.next() == "a1" && queue.next() == "a2")
        _ = queue.add("b1", of: "b")
        #expect(queue.next() == "b1")
        // Who comes again and again takes no more than a turn of each round.
        _ = queue.add("b2", of: "b")
        _ = queue.add("b3", of: "b")
        #expect(Self.served(queue) == ["b2", "a3", "b3", "a4"])
    }

    @Test("When as many wait as may, the one who would be last goes")
    func full() {
        var queue = FairQueue<String>(limit: 3)
        for number in 1...3 { _ = queue.add("a\(number)", of: "a") }
        #expect(queue.add("a4", of: "a") == "a4")
        #expect(queue.add("b1", of: "b") == "a3")
        #expect(queue.add("c1", of: "c") == "a2")
        #expect(queue.add("d1", of: "d") == "d1")
        #expect(queue.count == 3 && Self.served(queue) == ["a1", "b1", "c1"])
    }
}
