#if canImport(Glibc)
    import Glibc
#endif

/// Reads a new password: from the keyboard, twice and without showing it, or as the first line of standard input.
enum PasswordInput {
    private static let limitBytes = 4096

    /// A new password.
    ///
    /// - Throws: `CommandFailure` when the two are not the same, there is none, or somebody pressed Ctrl-C.
    static func new(for login: String) throws -> String {
        guard StandardInput.isInteractive else { return try firstLine() }
        StandardInput.forgetTyped()
        let first = try typed("Password for \(login): ")
        guard try typed("Once more: ") == first else {
            throw CommandFailure(.usage, "The two passwords differ: nothing was done.")
        }
        return first
    }

    private static func firstLine() throws -> String {
        let bytes = try StandardInput.readAll(limitBytes: limitBytes)
        guard bytes.count <= limitBytes else {
            throw CommandFailure(
                .badInput, "Standard input has more than \(limitBytes) bytes, which is no password.")
        }
        let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        guard !line.isEmpty, let text = String(validating: line, as: UTF8.self) else {
            throw CommandFailure(
                .badInput, "There is no password on standard input: give it as the first line, in UTF-8.")
        }
        return text
    }

    /// A line that is typed while the terminal shows nothing. Signals of the keyboard come as characters meanwhile, so that the
    /// terminal is set back whatever is pressed.
    private static func typed(_ prompt: String) throws -> String {
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else {
            throw CommandFailure(
                .unavailable, "The terminal cannot hide what is typed: give the password on standard input.")
        }
        var silent = before
        silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            Terminal.log.print()
        }
        Terminal.log.write("\(prompt)")
        var bytes: [UInt8] = []
        while bytes.count <= limitBytes {
            var byte: UInt8 = 0
            guard read(STDIN_FILENO, &byte, 1) == 1 else { break }
            switch byte {
            case 0x03, 0x1A: throw CommandFailure(.interrupted, "Nothing was done.")
            case 0x0A, 0x0D, 0x04:
                guard let text = String(validating: bytes, as: UTF8.self) else {
                    throw CommandFailure(.badInput, "What was typed is not UTF-8.")
                }
                return text
            case 0x08, 0x7F: removeCharacter(from: &bytes)
            default: bytes.append(byte)
            }
        }
        throw CommandFailure(.badInput, "No password was typed: nothing was done.")
    }

    /// Takes the last character away, which may be several bytes.
    private static func removeCharacter(from bytes: inout [UInt8]) {
        while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
    }
}
