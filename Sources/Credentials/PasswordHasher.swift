import Speech
import Synchronization

/// Hashes and compares passwords, few at once and few waiting: each takes some 0.2 s of a processor and 32 MiB, and whoever asks for many
/// would take the machine from everybody else. Who waits is served by parties in turn, so that one who asks for many waits for the own
/// ones and not everybody else for those.
///
/// A password of an account that is not there is compared too, with a hash of nothing: it takes the same work as one that is.
public final class PasswordHasher: Sendable {
    /// Why a password was not looked at.
    public enum Refusal: Error, Sendable, Hashable {
        /// As many wait as may.
        case busy
        /// It could not be hashed.
        case failed(reason: String)
    }

    private struct State {
        /// Which workers are free.
        var free: [Worker]
        /// Who waits for one.
        var waiting: FairQueue<CheckedContinuation<Worker?, Never>>
        /// How many hashes were made.
        var count = 0
    }

    private let state: Mutex<State>

    /// A hasher.
    ///
    /// - Parameters:
    ///   - atOnce: how many passwords are hashed at once.
    ///   - limitWaiting: how many may wait.
    public init(atOnce: Int = 2, limitWaiting: Int = 16) {
        state = Mutex(
            State(
                free: (0..<max(1, atOnce)).map { Worker(label: "viva.password.\($0)") },
                waiting: FairQueue(limit: limitWaiting)))
    }

    /// How many hashes were made since the beginning.
    package var count: Int { state.withLock(\.count) }

    /// How many wait.
    package var waitingCount: Int { state.withLock { $0.waiting.count } }

    /// The hash of a new password.
    ///
    /// - Parameter party: together with whom somebody waits.
    public func hash(_ password: String, for party: String = "") async throws(Refusal) -> PasswordHash {
        let worker = try await takeWorker(for: party)
        let hash = await worker.hash(password)
        giveBack(worker)
        return try hash.get()
    }

    /// Whether a password is the one that was hashed; for `nil`, which stands for an account that is not there, it never is.
    ///
    /// - Parameter party: together with whom somebody waits.
    public func matches(
        _ password: String, _ hash: PasswordHash?, for party: String = ""
    ) async throws(Refusal) -> Bool {
        let worker = try await takeWorker(for: party)
        let matches = await worker.matches(password, hash ?? .ofNobody)
        giveBack(worker)
        return matches && hash != nil
    }

    private func takeWorker(for party: String) async throws(Refusal) -> Worker {
        let worker: Worker? = await withCheckedContinuation { continuation in
            let (served, worker) = state.withLock {
                state -> (CheckedContinuation<Worker?, Never>?, Worker?) in
                guard let worker = state.free.popLast() else {
                    return (state.waiting.add(continuation, of: party), nil)
                }
                state.count += 1
                return (continuation, worker)
            }
            served?.resume(returning: worker)
        }
        guard let worker else { throw .busy }
        return worker
    }

    private func giveBack(_ worker: Worker) {
        let next = state.withLock { state -> CheckedContinuation<Worker?, Never>? in
            guard let next = state.waiting.next() else {
                state.free.append(worker)
                return nil
            }
            state.count += 1
            return next
        }
        next?.resume(returning: worker)
    }

    /// Hashes on a queue of its own, so that none of the threads that requests are answered on is held.
    private actor Worker {
        private let queue: SerialQueue

        nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

        init(label: String) { queue = SerialQueue(label: label) }

        func hash(_ password: String) -> Result<PasswordHash, Refusal> {
            do { return .success(try PasswordHash(of: password)) } catch {
                return .failure(.failed(reason: "The password could not be hashed: \(error)."))
            }
        }

        func matches(_ password: String, _ hash: PasswordHash) -> Bool { hash.matches(password) }
    }
}

extension PasswordHash {
    /// A hash of the usual work that no password is known for: its bytes are nobody's.
    package static let ofNobody = PasswordHash(
        kept:
            "$scrypt$ln=15,r=8,p=3$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
}
