import Dispatch

#if canImport(Glibc)
    import Glibc
#endif

/// Says how to go on when Ctrl-C breaks an interview off. Everything said so far is on the disk by then.
enum InterruptHint {
    /// Until the process ends, Ctrl-C prints `hint` and ends it with the code for an interruption.
    static func show(_ hint: String) {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        source.setEventHandler {
            Terminal.log.print("\n\(hint)")
            // The handler keeps its source alive by naming it.
            source.cancel()
            exit(ExitStatus.interrupted.rawValue)
        }
        source.resume()
    }
}
