import NIOConcurrencyHelpers
import Web

/// What a running server counts; all its parts count into the same.
struct ServerFigures: Sendable {
    private let requests = NIOLockedValueBox(RequestFigures())

    /// Counts.
    func count(_ change: (inout RequestFigures) -> Void) { requests.withLockedValue { change(&$0) } }

    /// What was counted so far.
    var now: RequestFigures { requests.withLockedValue { $0 } }

    /// All figures as Prometheus reads them.
    func text() -> String {
        var text = MetricText()
        requests.withLockedValue { $0 }.write(to: &text)
        ProcessFigures.now().write(to: &text)
        return text.text
    }
}
