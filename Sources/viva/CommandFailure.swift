import ArgumentParser
import Audio
import Interview
import Speech
import Storage

/// The exit codes of every command, after BSD's sysexits.h where it has one.
enum ExitStatus: Int32, CaseIterable {
    case success = 0
    /// Something failed that has no code of its own, or a check found something missing.
    case failure = 1
    /// The command line was wrong (EX_USAGE).
    case usage = 64
    /// The input is there but is not what it should be: not audio, damaged, empty (EX_DATAERR).
    case badInput = 65
    /// The input is not there or cannot be read (EX_NOINPUT).
    case noInput = 66
    /// Something Viva needs is not there: a model, a voice, a device, ffmpeg, a free port
    /// (EX_UNAVAILABLE).
    case unavailable = 69
    /// The output could not be written (EX_CANTCREAT).
    case cannotWrite = 73
    /// The user stopped it (128 + SIGINT).
    case interrupted = 130
}

/// A failure as a command reports it: words for standard error and an exit code.
struct CommandFailure: Error, CustomStringConvertible {
    var status: ExitStatus
    /// What went wrong and what to do: a line for each thing, mostly one.
    private let lines: [String]

    var description: String { lines.joined(separator: "\n") }

    init(_ status: ExitStatus, _ description: String) { self.init(status, lines: [description]) }

    init(_ status: ExitStatus, lines: [String]) {
        self.status = status
        self.lines = lines
    }

    /// What is told on standard error.
    func message(_ palette: Palette) -> TerminalText {
        "\(palette.poor("viva:")) \(TerminalText(lines: lines))"
    }
}
