import Synchronization

/// What was told in a live interview, numbered from 1, for a client that reads it now, or reads on after it was away.
///
/// Events that are worth nothing when they are late are forgotten first; a client that was away for long misses the oldest of the others.
public final class LiveJournal: Sendable {
    /// An event with its number.
    public struct Entry: Sendable {
        /// Its number.
        public let sequence: Int
        /// What happened.
        public let event: LiveEvent
    }

    /// Why nothing more is told.
    public enum Ending: Sendable, Hashable {
        /// All was told.
        case told
        /// The server ends.
        case serverEnds
    }

    private struct State {
        var entries: [Entry] = []
        var last = 0
        var ending: Ending?
        /// Wakes the one who reads.
        var bell: AsyncStream<Void>.Continuation?
        /// The number of the one who reads.
        var reader = 0
    }

    /// How many events are kept.
    static let limit = 4000
    /// How many of the latest are kept whatever they are.
    private static let latest = 200

    private let state = Mutex(State())

    init() {}

    /// Tells something; nothing more is told after the end.
    func add(_ event: LiveEvent) {
        state.withLock { state in
            guard state.ending == nil else { return }
            state.last += 1
            state.entries.append(Entry(sequence: state.last, event: event))
            if state.entries.count > Self.limit { Self.shorten(&state.entries) }
            _ = state.bell?.yield()
        }
    }

    private static func shorten(_ entries: inout [Entry]) {
        let old = entries.dropLast(latest).filter { !$0.event.isPassing }
        entries = Array(old.suffix(limit / 2)) + entries.suffix(latest)
    }

    /// Nothing more comes.
    func end(_ ending: Ending = .told) {
        state.withLock { state in
            state.ending = ending
            state.bell?.finish()
        }
    }

    /// The number of the latest event; 0 before the first.
    var last: Int { state.withLock { $0.last } }

    /// Reads what came after an event, and what comes. Of several who read, the one with the highest number does; the others read no more.
    func reader(number: Int, after sequence: Int) -> Reader {
        let (stream, bell) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        state.withLock { state in
            guard number > state.reader else { return bell.finish() }
            state.bell?.finish()
            state.bell = bell
            state.reader = number
            if state.ending != nil { bell.finish() }
        }
        return Reader(journal: self, bells: stream.makeAsyncIterator(), number: number, last: sequence)
    }

    private func entries(after sequence: Int, for reader: Int) -> [Entry]? {
        state.withLock { state in
            guard state.reader == reader else { return nil }
            return Array(state.entries.reversed().prefix { $0.sequence > sequence }.reversed())
        }
    }

    /// Reads a journal for one client.
    public struct Reader {
        let journal: LiveJournal
        var bells: AsyncStream<Void>.AsyncIterator
        let number: Int
        private var last: Int

        init(journal: LiveJournal, bells: AsyncStream<Void>.AsyncIterator, number: Int, last: Int) {
            self.journal = journal
            self.bells = bells
            self.number = number
            self.last = last
        }

        /// Why nothing more is told; `nil` while something may be.
        public var ending: Ending? { journal.state.withLock { $0.ending } }

        /// Whether somebody else reads.
        public var isReplaced: Bool { journal.state.withLock { $0.reader != number } }

        /// What was told since the last call, at least one event; `nil` when nothing more comes or somebody else reads.
        public mutating func next() async -> [Entry]? {
            while true {
                guard let entries = journal.entries(after: last, for: number) else { return nil }
                if let newest = entries.last {
                    last = newest.sequence
                    return entries
                }
                guard await bells.next(isolation: #isolation) != nil else {
                    // What was told just before the end is told still.
                    let rest = journal.entries(after: last, for: number) ?? []
                    guard let newest = rest.last else { return nil }
                    last = newest.sequence
                    return rest
                }
            }
        }
    }
}
