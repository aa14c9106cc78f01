import Dispatch
import Programs
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Ctrl-C, or a request to end, ends a command that loses nothing by it at once; programs that hear for it end with it.
enum EndAtOnce {
    private struct State {
        var isWatching = false
        var hint: String?
    }

    private static let state = Mutex(State())

    /// From now on SIGINT and SIGTERM print `hint` and end the process with the code for an interruption. Asked for again, it is the
    /// hint that changes.
    static func onSignals(hint: String? = nil) {
        let isWatching = state.withLock { state in
            defer { state = State(isWatching: true, hint: hint) }
            return state.isWatching
        }
        guard !isWatching else { return }
        for number in [SIGINT, SIGTERM] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if let hint = state.withLock(\.hint) { Terminal.log.print("\n\(hint)") }
                // The handler keeps its source alive by naming it.
                source.cancel()
                RunningPrograms.endAll()
                // Without what libraries do at the end of a process: OpenBLAS frees memory that other threads compute in.
                // What was printed is written already, nothing here is buffered.
                _exit(ExitStatus.interrupted.rawValue)
            }
            source.resume()
        }
    }
}
