import FoundationEssentials

/// Moments and days as texts of RFC 3339.
enum Moment {
    /// A moment with its time zone; `nil` for what is none.
    static func date(_ text: String) -> Date? {
        let plain = Date.ISO8601FormatStyle(timeZone: .gmt)
        let fraction = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: .gmt)
        return (try? plain.parse(text)) ?? (try? fraction.parse(text))
    }

    /// The first moment of a day in UTC; `nil` for what is none.
    static func day(_ text: String) -> Date? {
        guard text.utf8.count == 10 else { return nil }
        return try? Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day().parse(text)
    }
}
