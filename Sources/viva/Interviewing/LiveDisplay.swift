import Delivery
import Practice
import Signal
import Speech
import Synchronization

/// One line on standard error while an answer is recorded: elapsed time, level, and the words so far.
final class LiveDisplay: Sendable {
    private let palette: Palette
    private let isShown: Bool
    private let stopAfterSilence: Double?
    /// The words so far, which come from another task than the level.
    private let heard = Mutex("")
    /// Pace and fillers so far, which come with the words.
    private let delivery = Mutex("")

    init(palette: Palette, isShown: Bool, stopAfterSilence: Double?) {
        self.palette = palette
        self.isShown = isShown && Terminal.log.isInteractive
        self.stopAfterSilence = stopAfterSilence
    }

    /// - Parameter keys: what can be typed meanwhile.
    func begin(keys: String? = nil) {
        let stop = stopAfterSilence.map { " or \(TextLayout.number($0)) s of silence" } ?? ""
        guard isShown else { return }
        Terminal.log.print("  Recording. Enter\(stop) ends the answer.")
        if let keys { Terminal.log.print("  With Enter behind it: \(keys)") }
        Terminal.log.print()
    }

    func show(_ event: RecordingEvent) {
        guard isShown else { return }
        switch event {
        case .level(let level, let elapsed, let silent): draw(level, elapsed: elapsed, silent: silent)
        case .heard(.preview(let text, _)), .heard(.text(let text)): heard.withLock { $0 = text }
        case .heard(.segment(let segment)): heard.withLock { $0 = segment.text }
        case .heard(.speechStarted), .kept: break
        case .delivery(let live): delivery.withLock { $0 = Self.text(live) }
        }
    }

    /// Pace and fillers in few columns: "4.1 syl/s  2 fillers".
    private static func text(_ live: LiveDelivery) -> String {
        let pace = live.paceNow.value.map { "\(TextLayout.number($0, places: 1)) syl/s" } ?? "– syl/s"
        return "\(pace)  \(live.fillerCount) \(live.fillerCount == 1 ? "filler" : "fillers")"
    }

    func end() { clear() }

    /// Makes room for something else; the line comes back with the next level.
    func clear() {
        if isShown { Terminal.log.write("\r\u{1B}[K") }
    }

    /// The level from -60 dBFS, where a quiet room lies, to 0, where the sound is cut off.
    private func draw(_ level: AudioLevel, elapsed: Double, silent: Double?) {
        let bar = TextLayout.bar((level.rmsDBFS + 60) / 60, width: 16)
        let mark = level.peakDBFS > -0.5 ? palette.poor("too loud") : palette.good("●")
        var line: TerminalText = "  \(mark) \(ClockTime(elapsed)) \(palette.accent(bar))"
        var used = 2 + 8 + 6 + 17
        if let stopAfterSilence, let silent, silent > 1 {
            line += palette.fair(
                " silence \(TextLayout.number(silent)) of \(TextLayout.number(stopAfterSilence)) s")
            used += 22
        }
        let delivery = delivery.withLock { $0 }
        if !delivery.isEmpty, Terminal.log.columns - used > 2 * delivery.count {
            line += "  \(delivery) "
            used += delivery.count + 3
        }
        let room = max(0, Terminal.log.columns - used - 2)
        line += " \(palette.dim(String(heard.withLock { $0 }.suffix(room))))"
        Terminal.log.write("\r\u{1B}[K\(line)")
    }
}
