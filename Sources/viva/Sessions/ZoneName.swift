import ArgumentParser
import FoundationEssentials

/// A time zone as it is named on a command line: `Europe/Berlin`, `UTC` or `+01:00`.
struct ZoneName: ExpressibleByArgument {
    let zone: TimeZone
    /// The zone as it was given.
    let name: String

    init?(argument: String) {
        var text = WrittenDigits(argument)
        let offset = text.offsetSeconds()
        guard
            let zone = text.isAtEnd && offset != nil
                ? TimeZone(secondsFromGMT: offset ?? 0) : TimeZone(identifier: argument)
        else { return nil }
        self.zone = zone
        name = argument
    }
}
