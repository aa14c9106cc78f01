import ArgumentParser
import FoundationEssentials

/// On which clock times are read and shown.
struct ZoneOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The time zone of the times that you give and see, for example Europe/Berlin, UTC or +01:00. Left out: this machine's.",
            valueName: "zone"))
    var timeZone: ZoneName?

    /// The zone.
    var zone: TimeZone { timeZone?.zone ?? .current }

    /// The moment that was written.
    ///
    /// - Throws: `CommandFailure` for a time that no clock of the zone shows.
    func date(_ written: WrittenTime, option: String) throws -> Date {
        guard let date = written.date(in: zone) else {
            throw CommandFailure(
                .usage,
                "\(option): the clocks of \(timeZone?.name ?? zone.identifier) are put forward over this time: choose one before or after it."
            )
        }
        return date
    }

    /// Where what was written ends: a day where the next one begins, a time at once.
    ///
    /// - Throws: `CommandFailure` for a time that no clock of the zone shows.
    func end(_ written: WrittenTime, option: String) throws -> Date {
        try written.end(in: zone) ?? date(written, option: option)
    }

    /// A moment on that clock, with the name of the zone where one was given: `2026-12-01 10:00 Europe/Berlin`.
    func text(_ date: Date) -> String {
        Moment.text(date, in: zone) + (timeZone.map { " \($0.name)" } ?? "")
    }
}
