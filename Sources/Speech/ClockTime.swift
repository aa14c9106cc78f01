/// A time in a recording as people read it: `0:07`, `12:07`, `1:02:03`.
package struct ClockTime: Sendable, CustomStringConvertible {
    /// The time in seconds.
    package var seconds: Double

    /// The time `seconds` after the start; what is before it, or is not a number, is shown as the start.
    package init(_ seconds: Double) { self.seconds = seconds }

    /// Hours where there are any, minutes and whole seconds, rounded down.
    package var description: String {
        // 1e9 s are thirty years: longer than any recording, and small enough for an `Int` everywhere.
        let total = seconds > 0 ? Int(min(seconds, 1e9)) : 0
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        return hours > 0
            ? "\(hours):\(Self.padded(minutes)):\(Self.padded(rest))" : "\(minutes):\(Self.padded(rest))"
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
