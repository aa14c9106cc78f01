import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// Standard input, where a person types or a program sends text.
enum StandardInput {
    /// Whether a person is at the keyboard.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// All bytes, or some more than `limitBytes` where there are more.
    static func readAll(limitBytes: Int) throws -> [UInt8] {
        do { return try FileDescriptor.standardInput.readAll(limitBytes: limitBytes) } catch {
            throw CommandFailure(.noInput, "Standard input cannot be read: \(error).")
        }
    }

    /// Forgets what was typed before anybody was asked.
    static func forgetTyped() {
        if isInteractive { tcflush(STDIN_FILENO, TCIFLUSH) }
    }

    /// What was typed before Enter was pressed since the last call, `nil` when it was not; never waits. At the end of the input
    /// there is nobody to press it.
    static func line() -> String? {
        var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLIN) != 0 else { return nil }
        return readLine()
    }
}
