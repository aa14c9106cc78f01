/// Times as subtitles and tables write them.
enum Milliseconds {
    /// The whole millisecond nearest to a time; 0 for what is not a time.
    static func of(_ seconds: Double) -> Int {
        guard seconds.isFinite else { return 0 }
        return Int((min(max(seconds, 0), 1e12) * 1000).rounded())
    }

    /// `01:02:03` and the milliseconds after `separator`; hours grow beyond two digits where they must.
    static func clock(_ milliseconds: Int, separator: String) -> String {
        let seconds = milliseconds / 1000
        let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { padded($0, 2) }
        return parts.joined(separator: ":") + separator + padded(milliseconds % 1000, 3)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
