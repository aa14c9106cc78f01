import FoundationEssentials

/// A date as it is read in a report: "22 November 2026, 16:45 (UTC)".
struct ReportDate: Sendable {
    let date: Date
    let utcOffsetSeconds: Int

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private var parts: DateComponents {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: utcOffsetSeconds) ?? .gmt
        return calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    }

    /// Day, month and year.
    var day: String {
        let parts = parts
        let month = Self.months[min(max((parts.month ?? 1) - 1, 0), 11)]
        return "\(parts.day ?? 1) \(month) \(parts.year ?? 0)"
    }

    /// Day, month and year as numbers, for places with little room: 2026-11-22.
    var short: String {
        let parts = parts
        return "\(parts.year ?? 0)-\(Self.two(parts.month))-\(Self.two(parts.day))"
    }

    /// The day with the time and its zone.
    var full: String {
        let parts = parts
        return "\(day), \(Self.two(parts.hour)):\(Self.two(parts.minute)) (\(zone))"
    }

    private var zone: String {
        guard utcOffsetSeconds != 0 else { return "UTC" }
        let minutes = abs(utcOffsetSeconds) / 60
        return "UTC\(utcOffsetSeconds < 0 ? "−" : "+")\(Self.two(minutes / 60)):\(Self.two(minutes % 60))"
    }

    private static func two(_ number: Int?) -> String {
        let number = number ?? 0
        return number < 10 ? "0\(number)" : "\(number)"
    }
}
