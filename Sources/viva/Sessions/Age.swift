import ArgumentParser
import FoundationEssentials

/// How long ago something was, as people write it: `90d`, `12w`, `6m` or `2y`, with months of 30 days and years of 365.
struct Age: ExpressibleByArgument, CustomStringConvertible {
    /// The number of days.
    let days: Int
    /// As it was given.
    let description: String

    init?(argument: String) {
        guard let unit = argument.last, let length = Self.days[unit], let count = Int(argument.dropLast()),
            (1...Self.longest).contains(count)
        else { return nil }
        days = count * length
        description = argument
    }

    /// The moment so long before another.
    func before(_ date: Date) -> Date { date - Double(days) * 86_400 }

    private static let days: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
    private static let longest = 100_000
}
