import Synchronization

/// The interviews in which an answer to the question at hand is being taken.
final class Respondents: Sendable {
    private let interviews = Mutex<Set<Int64>>([])

    /// Begins to take an answer; `false` while another one is taken.
    func begin(_ interview: Int64) -> Bool { interviews.withLock { $0.insert(interview).inserted } }

    /// The answer was taken, or refused.
    func end(_ interview: Int64) { interviews.withLock { _ = $0.remove(interview) } }
}
