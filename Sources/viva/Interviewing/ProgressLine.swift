import Practice
import Synchronization

/// A progress bar that another task may move on.
final class ProgressLine: Sendable {
    private let bar: Mutex<ProgressBar>

    init(label: String, isWanted: Bool) {
        bar = Mutex(ProgressBar(label, totalSeconds: nil, isWanted: isWanted))
    }

    func show(_ event: AnswerAnalyzer.Event) {
        if case .reached(let seconds) = event { bar.withLock { $0.reach(seconds) } }
    }

    func clear() { bar.withLock { $0.clear() } }
}
