public import FoundationEssentials

/// Which content a client has, and whether it is still what there is (RFC 9110, 8.8.3 and 13).
public struct EntityTag: Sendable, Hashable {
    /// The tag with its quotation marks.
    public let text: String

    /// The tag of a name of content, such as its SHA-256 sum.
    public init(_ name: String) { text = "\"\(name)\"" }

    /// Whether a client that says `If-None-Match` has what there is.
    public func matches(noneOf header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").map(\.trimmedBlanks).contains { tag in
            tag == "*" || tag == text || tag == "W/" + text
        }
    }

    /// Whether a client that says `If-Range` has a part of what there is, so that it may get the rest; without the header it may.
    ///
    /// A weak tag never says it, and a moment only the very one (13.1.5).
    public func allowsRange(_ header: String?, modified: Date?) -> Bool {
        guard let header = header?.trimmedBlanks, !header.isEmpty else { return true }
        if header.hasPrefix("\"") || header.hasPrefix("W/") { return header == text }
        return modified.map { HTTPMoment.text(of: $0) == header } ?? false
    }
}

/// Moments as headers of HTTP write them (RFC 9110, 5.6.7).
public enum HTTPMoment {
    /// A moment, such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    public static func text(of date: Date) -> String {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down))
        let day = Int((Double(seconds) / 86400).rounded(.down))
        let second = seconds - day * 86400
        let (year, month, dayOfMonth) = civil(day)
        // 1 January 1970 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((day % 7) + 7) % 7]
        let monthName = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ][month - 1]
        let time = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        return "\(weekday), \(twoDigits(dayOfMonth)) \(monthName) \(year) \(time) GMT"
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

    /// The day of the Gregorian calendar that is so many days after 1 January 1970 (Howard Hinnant, "chrono-compatible low-level date
    /// algorithms", `civil_from_days`).
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
    }
}
