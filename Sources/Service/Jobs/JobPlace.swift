import Synchronization

/// A place in the queue that is kept for work which is just being sent, so that no more is let in than can be taken.
public final class JobPlace: Sendable {
    private let places: JobPlaces
    private let isTaken = Mutex(true)

    init(_ places: JobPlaces) { self.places = places }

    deinit { leave() }

    /// Gives the place up: the work has a job by now, or was refused.
    public func leave() {
        let wasTaken = isTaken.withLock { taken in
            defer { taken = false }
            return taken
        }
        if wasTaken { places.give(back: 1) }
    }
}

/// How many places of a queue are kept.
final class JobPlaces: Sendable {
    private let count = Mutex(0)

    /// Keeps one more.
    ///
    /// - Returns: How many are kept now.
    func take() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }

    /// Gives some back.
    func give(back number: Int) { count.withLock { $0 -= number } }
}
