import FoundationEssentials
import Testing

@testable import viva

@Suite struct WrittenTimeTests {
    private func seconds(_ text: String, _ zone: String = "UTC") throws -> Double? {
        let written = try #require(WrittenTime(argument: text), "\(text)")
        return written.date(in: try #require(ZoneName(argument: zone)).zone)?.timeIntervalSince1970
    }

    @Test func aTimeIsReadOnTheClockOfTheZoneUnlessItSaysAnother() throws {
        // 2026-12-01T10:00:00Z
        let ten = 1_796_119_200.0
        #expect(try seconds("2026-12-01T10:00") == ten)
        #expect(try seconds("2026-12-01 10:00:30") == ten + 30)
        #expect(try seconds("2026-12-01T10:00", "Europe/Berlin") == ten - 3600)
        #expect(try seconds("2026-12-01T10:00", "-05:00") == ten + 5 * 3600)
        #expect(try seconds("2026-12-01T10:00:00Z", "Europe/Berlin") == ten)
        #expect(try seconds("2026-12-01T10:00+0530", "Europe/Berlin") == ten - 5.5 * 3600)
        #expect(try seconds("2026-12-01", "Europe/Berlin") == ten - 11 * 3600)
    }

    @Test func whatNoCalendarAndNoClockHasIsRefused() {
        for text in [
            "", "yesterday", "2026-02-30", "2026-13-01", "26-12-01", "2026-12-1", "2026-12-01T",
            "2026-12-01T24:00",
            "2026-12-01T10", "2026-12-01T10:60", "2026-12-01T10:00X", "2026-12-01T10:00+1",
            "2026-12-01T10:00Zz",
            "2026-12-01T10:00:61", "٢٠٢٦-12-01",
        ] { #expect(WrittenTime(argument: text) == nil, "\(text)") }
        for zone in ["", "Mars/Olympus", "+25:00", "+1"] {
            #expect(ZoneName(argument: zone) == nil, "\(zone)")
        }
    }

    @Test func aTimeOverWhichTheClocksArePutForwardIsNone() throws {
        #expect(try seconds("2026-03-29T02:30", "Europe/Berlin") == nil)
        #expect(try seconds("2026-03-29T02:30", "UTC") != nil)
        // Of the two when they are put back, the first.
        #expect(try seconds("2026-10-25T02:30", "Europe/Berlin") == seconds("2026-10-25T00:30", "UTC"))
    }

    @Test func aDayEndsWhereTheNextOneBegins() throws {
        let berlin = try #require(ZoneName(argument: "Europe/Berlin")).zone
        let day = try #require(WrittenTime(argument: "2026-10-25"))
        let (begin, end) = (try #require(day.date(in: berlin)), try #require(day.end(in: berlin)))
        #expect(end.timeIntervalSince(begin) == 25 * 3600, "The clocks are put back on it.")
        let time = try #require(WrittenTime(argument: "2026-10-25T10:00"))
        #expect(time.end(in: berlin) == time.date(in: berlin))
        #expect(Moment.text(begin, in: berlin) == "2026-10-25 00:00")
    }
}
