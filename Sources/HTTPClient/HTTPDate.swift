import Foundation

/// A date of a header field in the form that servers must send, `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, section 5.6.7).
struct HTTPDate: Sendable, Hashable {
    let date: Date

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Reads a date; `nil` when it is none.
    init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "," })
        guard parts.count == 6, parts[5] == "GMT", let day = Self.number(parts[1], 1...31),
            let month = Self.months.firstIndex(of: String(parts[2])),
            let year = Self.number(parts[3], 1970...9999)
        else { return nil }
        let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count == 3, let hour = Self.number(clock[0], 0...23),
            let minute = Self.number(clock[1], 0...59),
            let second = Self.number(clock[2], 0...60)
        else { return nil }
        let days = Self.days(year: year, month: month + 1, day: day)
        date = Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
    }

    private static func number(_ text: Substring, _ allowed: ClosedRange<Int>) -> Int? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text),
            allowed.contains(number)
        else { return nil }
        return number
    }

    /// The days from 1 January 1970 in the Gregorian calendar. The year is taken to begin in March, so that the leap day
    /// is its last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        // 719,468 days lie between 1 March of the year 0 and the first day of 1970.
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
