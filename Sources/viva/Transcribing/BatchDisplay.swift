import Batch
import Speech
import Synchronization

/// What a batch says on standard error while it runs: one line about how far it is, where a person is looking, and its
/// messages above it.
final class BatchDisplay: Sendable {
    private struct State {
        var progress: BatchProgress
        var shownAt: ContinuousClock.Instant?
        var isShown = false
    }

    /// How often the line is written anew.
    private static let interval = Duration.milliseconds(200)

    private let state: Mutex<State>
    private let start = ContinuousClock.now
    private let isWanted: Bool
    private let isQuiet: Bool

    init(_ progress: BatchProgress, isQuiet: Bool) {
        state = Mutex(State(progress: progress))
        self.isQuiet = isQuiet
        isWanted = !isQuiet && Terminal.log.isInteractive
    }

    /// How far it is, and the seconds since it began.
    var progress: (BatchProgress, elapsedSeconds: Double) {
        (state.withLock { $0.progress }, start.duration(to: .now).inSeconds)
    }

    func heard(_ job: BatchJob, _ seconds: Double) {
        state.withLock {
            $0.progress.heard(job, seconds: seconds)
            show(&$0)
        }
    }

    func finished(_ job: BatchJob, durationSeconds: Double?) {
        state.withLock {
            $0.progress.finished(job, durationSeconds: durationSeconds)
            show(&$0)
        }
    }

    /// Says something about a recording, unless the user wants quiet.
    func note(_ text: TerminalText) {
        guard !isQuiet else { return }
        state.withLock {
            clear(&$0)
            Terminal.log.print(text)
        }
    }

    /// Runs `body`, which prints results, with the line taken away.
    func aside(_ body: () -> Void) {
        state.withLock {
            clear(&$0)
            body()
        }
    }

    private func show(_ state: inout State) {
        let now = ContinuousClock.now
        guard isWanted, state.shownAt.map({ $0.duration(to: now) >= Self.interval }) ?? true else { return }
        state.shownAt = now
        state.isShown = true
        let line = Self.line(state.progress, elapsedSeconds: start.duration(to: now).inSeconds)
        Terminal.log.write("\r\u{1B}[K\(line.prefix(Terminal.log.columns - 1))")
    }

    private func clear(_ state: inout State) {
        if state.isShown { Terminal.log.write("\r\u{1B}[K") }
        state.isShown = false
        state.shownAt = nil
    }

    /// `12 of 100 recordings  8.3 times as fast as speech  0:04:10 left`
    static func line(_ progress: BatchProgress, elapsedSeconds: Double) -> String {
        var parts = ["\(progress.finishedFiles) of \(progress.files) recordings"]
        if progress.failedFiles > 0 { parts.append("\(progress.failedFiles) failed") }
        if let speed = progress.speed(afterSeconds: elapsedSeconds) {
            parts.append("\(TextLayout.number(speed, places: 1)) s of audio a second")
        }
        if let left = progress.remainingSeconds(afterSeconds: elapsedSeconds) {
            parts.append("\(ClockTime(left)) left")
        }
        return parts.joined(separator: "  ")
    }
}

extension Duration {
    /// The duration in seconds.
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
