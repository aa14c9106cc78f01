import Speech

/// How far a long piece of work has come, on one line of standard error, where a person is looking at it.
struct ProgressBar: Sendable {
    private let log: Terminal
    private let label: String
    private let totalSeconds: Double?
    private let isShown: Bool
    private var shownTenths = -1

    /// A bar for work on `totalSeconds` of audio; without a total it shows the time reached.
    init(_ label: String, totalSeconds: Double?, isWanted: Bool, log: Terminal = .log) {
        self.log = log
        self.label = label
        self.totalSeconds = totalSeconds
        isShown = isWanted && log.isInteractive
    }

    /// Shows that the work has reached `seconds` of the audio.
    mutating func reach(_ seconds: Double) {
        guard isShown else { return }
        let tenths = Int(seconds * 10)
        guard tenths - shownTenths >= 5 else { return }
        shownTenths = tenths
        let width = 24
        let end = totalSeconds.map { total in
            "\(TextLayout.bar(seconds / max(total, 0.001), width: width)) \(ClockTime(seconds))"
                + " of \(ClockTime(total))"
        }
        log.write("\r\u{1B}[K\(label)  \(end ?? "\(ClockTime(seconds))")")
    }

    /// Takes the bar away again.
    func clear() {
        if isShown { log.write("\r\u{1B}[K") }
    }
}
