import Logging
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#endif

/// One of the process's two output streams, and what it can show.
struct Terminal: Sendable {
    /// Results: what a program would read.
    static let output = Terminal(descriptor: .standardOutput)
    /// Everything said about the work: logs, progress, prompts.
    static let log = Terminal(descriptor: .standardError)

    private let descriptor: FileDescriptor

    /// Where messages go as events; `nil` while they are lines for people.
    private static let events = Mutex<Logger?>(nil)

    /// From here on everything that is said on standard error is an event of a log, so that a program which reads the log finds nothing
    /// else there.
    static func turnMessages(into logger: Logger) { events.withLock { $0 = logger } }

    /// Where what is printed here goes as an event; `nil` where it is a line.
    private var eventLog: Logger? { descriptor == .standardError ? Self.events.withLock(\.self) : nil }

    /// Whether a person is looking at it.
    var isInteractive: Bool { isatty(descriptor.rawValue) == 1 }

    /// How many columns it shows; 80 when it does not say, and never so wide that a line is tiring to read.
    var columns: Int {
        var size = winsize()
        let known = ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return min(max(known ? Int(size.ws_col) : 80, 40), 100)
    }

    /// Whether colours are wanted: a terminal that has them, and neither `NO_COLOR` (no-color.org) nor `--no-color`.
    func palette(colour: ColourChoice) -> Palette {
        let isPlain =
            colour == .never || !isInteractive || eventLog != nil || environment("NO_COLOR") != nil
            || environment("TERM") == "dumb"
        return isPlain ? .plain : .coloured
    }

    /// Writes text.
    func write(_ text: TerminalText) { write(text.sequence) }

    /// Writes text and ends the line.
    func print(_ line: TerminalText = "") { print(line, level: .notice) }

    /// Writes why something failed.
    func print(failure line: TerminalText) { print(line, level: .error) }

    private func print(_ line: TerminalText, level: Logger.Level) {
        guard let eventLog else { return write(line + "\n") }
        // Who says it stands in every event.
        let text = line.sequence
        eventLog.log(level: level, "\(text.hasPrefix("viva: ") ? text.dropFirst(6) : text[...])")
    }

    /// Writes a document for programs as it is and ends the line: its format says what a control character is in it.
    func print(document: String) { write(document + "\n") }

    /// Writes a document for programs that is no text, as it is.
    func write(document bytes: [UInt8]) { write(bytes[...]) }

    private func write(_ sequence: String) { write(Array(sequence.utf8)[...]) }

    private func write(_ document: ArraySlice<UInt8>) {
        var bytes = document
        while !bytes.isEmpty {
            do {
                bytes = try bytes.dropFirst(bytes.withUnsafeBytes { try descriptor.write($0) })
            } catch {
                return failed(error)
            }
        }
    }

    /// A result that cannot be written ends the command: half of one must not pass for the whole. (A reader that has
    /// gone away, a closed pipe, ends it before by SIGPIPE.) A message that cannot be written is lost, no more.
    private func failed(_ error: any Error) {
        guard descriptor == .standardOutput else { return }
        Terminal.log.print("viva: The result could not be written to standard output: \(error).")
        exit(ExitStatus.cannotWrite.rawValue)
    }
}

/// What the user says of colours.
enum ColourChoice: Sendable { case automatic, never }

/// A variable of the environment; `nil` when it is not set or empty.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
