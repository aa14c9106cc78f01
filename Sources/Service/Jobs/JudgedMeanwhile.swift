import Interview
import Synchronization

/// What became of answers that were heard and judged and could not be noted, because somebody had their interviews: nobody hears them
/// once more for that.
final class JudgedMeanwhile: Sendable {
    /// An answer, and the recording that was heard of it.
    struct Key: Hashable {
        var interview: Int64
        var turn: Int
        var take: Int
        var recording: String
    }

    /// How many are remembered: an answer of half an hour has some hundred thousand bytes.
    static let limit = 32

    private let kept = Mutex<[(key: Key, progress: Take.Progress)]>([])

    /// Remembers what became of an answer; the oldest are forgotten.
    func put(_ progress: Take.Progress, of key: Key) {
        kept.withLock { kept in
            kept.removeAll { $0.key == key }
            kept.append((key, progress))
            if kept.count > Self.limit { kept.removeFirst() }
        }
    }

    /// What became of an answer; it is forgotten with that.
    func take(_ key: Key) -> Take.Progress? {
        kept.withLock { kept in
            guard let index = kept.firstIndex(where: { $0.key == key }) else { return nil }
            return kept.remove(at: index).progress
        }
    }
}
