import Models
import Synchronization

/// How far an installation has come, on one line of standard error, where a person is looking at it.
final class InstallationDisplay: Sendable {
    private static let width = 24

    private let log: Terminal
    private let isShown: Bool
    /// What is on the line.
    private let shown = Mutex("")

    init(isWanted: Bool, log: Terminal = .log) {
        self.log = log
        isShown = isWanted && log.isInteractive
    }

    /// Shows a step in the place of the one before.
    func show(_ step: InstallationStep) {
        guard isShown else { return }
        let text = Self.text(step)
        shown.withLock { shown in
            guard shown != text else { return }
            shown = text
            log.write("\r\u{1B}[K\(text)")
        }
    }

    /// Takes the line away again.
    func clear() {
        shown.withLock { shown in
            if !shown.isEmpty { log.write("\r\u{1B}[K") }
            shown = ""
        }
    }

    /// A step in words, with a bar where a share is known.
    static func text(_ step: InstallationStep) -> String {
        switch step {
        case .fetching(let bytes, let total?) where total > 0:
            let share = min(Double(bytes) / Double(total), 1)
            return
                "fetching    \(TextLayout.bar(share, width: width)) \(ByteCount(bytes)) of \(ByteCount(total))"
        case .fetching(let bytes, _): return "fetching    \(ByteCount(bytes))"
        case .checking: return "checking the sum"
        case .unpacking: return "unpacking"
        case .converting(let share):
            return "converting  \(TextLayout.bar(share, width: width)) \(TextLayout.number(share * 100)) %"
        case .finishing: return "counting the sums of what was made"
        }
    }
}
