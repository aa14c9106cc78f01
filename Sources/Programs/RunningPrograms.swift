import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// The programs that run for this process now, and the folders with what they read: a process that ends at once takes
/// them along.
public enum RunningPrograms {
    private struct State {
        /// The process groups, by the program that leads each.
        var groups: Set<pid_t> = []
        var folders: Set<String> = []
    }

    private static let state = Mutex(State())

    /// Ends all programs and removes their folders; the process has to end next.
    public static func endAll() {
        let left = state.withLock { state in
            for group in state.groups { kill(-group, SIGKILL) }
            defer { state = State() }
            return state.folders
        }
        for folder in left { try? FileManager.default.removeItem(atPath: folder) }
    }

    /// Runs `body` while the group that `leader` leads is one of those to end.
    static func running<Value>(
        _ leader: pid_t, _ body: () async throws -> Value
    ) async rethrows -> Value {
        state.withLock { _ = $0.groups.insert(leader) }
        defer { state.withLock { _ = $0.groups.remove(leader) } }
        return try await body()
    }

    /// Takes note of a folder, until `removed(folder:)`.
    static func made(folder: String) { state.withLock { _ = $0.folders.insert(folder) } }

    /// A folder is gone.
    static func removed(folder: String) { state.withLock { _ = $0.folders.remove(folder) } }
}
