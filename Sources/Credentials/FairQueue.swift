/// Who waits for something: each party has its turn after every other, however many of one party wait.
///
/// Start-time fair queueing (Goyal, Vin and Cheng, 1996): whoever comes is to begin now, or a turn after the last of the own party that
/// waits; whoever is to begin first is next.
struct FairQueue<Element> {
    private struct Waiter {
        let party: String
        let start: Int
        let element: Element
    }

    /// How many may wait.
    let limit: Int
    private var waiting: [Waiter] = []
    private var now = 0

    /// Nobody waits.
    init(limit: Int) { self.limit = limit }

    /// How many wait.
    var count: Int { waiting.count }

    /// Lets somebody wait.
    ///
    /// - Returns: Whoever finds no place: when as many wait as may, the one who would be the last.
    mutating func add(_ element: Element, of party: String) -> Element? {
        let last = waiting.filter { $0.party == party }.map(\.start).max()
        let waiter = Waiter(party: party, start: last.map { $0 + 1 } ?? now, element: element)
        guard waiting.count >= limit else {
            waiting.append(waiter)
            return nil
        }
        // Of those who would begin last, the one who came last goes.
        guard let index = waiting.indices.reversed().max(by: { waiting[$0].start < waiting[$1].start }),
            waiting[index].start > waiter.start
        else { return element }
        let displaced = waiting.remove(at: index)
        waiting.append(waiter)
        return displaced.element
    }

    /// Takes out who is next.
    mutating func next() -> Element? {
        guard let index = waiting.indices.min(by: { waiting[$0].start < waiting[$1].start }) else {
            return nil
        }
        let waiter = waiting.remove(at: index)
        now = max(now, waiter.start)
        return waiter.element
    }
}
