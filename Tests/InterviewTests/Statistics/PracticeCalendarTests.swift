import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

@Suite("Days and weeks of practice")
struct PracticeCalendarTests {
    private static func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

    /// A moment by the clock of a zone.
    private static func moment(
        _ year: Int, _ month: Int, _ day: Int, _ hour: Int = 0, _ minute: Int = 0, in zone: TimeZone
    ) throws -> Date {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return try #require(
            calendar.date(
                from: DateComponents(year: year, month: month, day: day, hour: hour, minute: minute)))
    }

    @Test("A day stays the same day when the clocks are changed later")
    func otherHalfOfTheYear() throws {
        let berlin = try Self.zone("Europe/Berlin")
        let moments = try [
            Self.moment(2026, 3, 26, 18, 0, in: berlin), Self.moment(2026, 3, 27, 23, 30, in: berlin),
            Self.moment(2026, 3, 28, 18, 0, in: berlin),
        ]
        let days = try (26...28).map { try Self.moment(2026, 3, $0, in: berlin) }
        #expect(
            PracticeFrequency(of: moments, unit: .day, in: berlin).periods
                == days.map { PracticeFrequency.Period(begin: $0, interviews: 1) })
        for (month, day) in [(3, 28), (4, 1)] {
            let streaks = PracticeStreaks(
                of: moments, now: try Self.moment(2026, month, day, 20, 0, in: berlin), in: berlin)
            #expect(streaks.longestDays == 3 && streaks.totalDays == 3 && streaks.lastDay == days.last)
            #expect(streaks.currentDays == (month == 3 ? 3 : 0))
        }
    }

    @Test("Days are in a row over the change of the clocks, also where it is at midnight")
    func overTheChange() throws {
        for (name, year, month, first) in [
            ("Europe/Berlin", 2026, 3, 28), ("Europe/Berlin", 2026, 10, 24),
            ("America/Sao_Paulo", 2018, 11, 3),
        ] {
            let zone = try Self.zone(name)
            let moments = try (0..<3).map { try Self.moment(year, month, first + $0, 23, 45, in: zone) }
            let now = try Self.moment(year, month, first + 3, 23, 59, in: zone)
            #expect(PracticeStreaks(of: moments, now: now, in: zone).currentDays == 3, "\(name) \(month)")
            #expect(PracticeStreaks(of: moments, now: now + 60, in: zone).currentDays == 0)
            #expect(PracticeFrequency(of: moments, unit: .day, in: zone).periods.count == 3)
        }
    }

    @Test("Weeks begin on Monday and months on their first day, by the clock of the zone")
    func weeksAndMonths() throws {
        let berlin = try Self.zone("Europe/Berlin")
        // A Sunday before midnight, the Monday after it and the end of the month.
        let moments = try [
            Self.moment(2026, 3, 22, 23, 59, in: berlin), Self.moment(2026, 3, 23, in: berlin),
            Self.moment(2026, 3, 31, 23, 59, in: berlin), Self.moment(2026, 4, 1, in: berlin),
        ]
        let weeks = PracticeFrequency(of: moments, unit: .week, in: berlin).periods
        #expect(weeks.map(\.interviews) == [1, 1, 2])
        #expect(try weeks.map(\.begin) == [16, 23, 30].map { try Self.moment(2026, 3, $0, in: berlin) })
        let months = PracticeFrequency(of: moments, unit: .month, in: berlin).periods
        #expect(months.map(\.interviews) == [3, 1])
        #expect(try months.map(\.begin) == [3, 4].map { try Self.moment(2026, $0, 1, in: berlin) })
    }

    @Test("A hundred thousand answers are counted over years, each once")
    func many() throws {
        let berlin = try Self.zone("Europe/Berlin")
        let moments = (0..<100_000).map { Date(timeIntervalSince1970: 1_600_000_000 + Double($0) * 1500) }
        let days = PracticeFrequency(of: moments, unit: .day, in: berlin).periods
        #expect(days.reduce(0) { $0 + $1.interviews } == moments.count)
        #expect(PracticeStreaks(of: moments, now: moments[99_999], in: berlin).currentDays == days.count)
    }

    @Test("Nothing practised is no row")
    func nothing() {
        let streaks = PracticeStreaks(of: [], now: Date(), in: .gmt)
        #expect(streaks == PracticeStreaks(currentDays: 0, longestDays: 0, totalDays: 0, lastDay: nil))
    }

    @Test("An interview that is continued days later took the time that was worked on it")
    func activeTime() throws {
        let begin = Date(timeIntervalSince1970: 1_700_000_000)
        var interview = Interview(id: "a", plan: InterviewPlan(questionCount: 3, seed: 1), startedAt: begin)
        for (number, minutes) in [10, 15, 4 * 24 * 60].enumerated() {
            try interview.handle(
                .chose(question: testQuestion("q\(number)"), followUp: nil, reason: ""))
            try interview.handle(.asked(recording: nil))
            try interview.handle(.received(.typed(text: "Because."), at: begin + Double(minutes * 60)))
            try interview.handle(.analysisFailed(reason: ""))
        }
        #expect(interview.activeSeconds == nil)
        try interview.handle(.finished(at: begin + (4 * 24 * 60 + 60) * 60))
        #expect(interview.activeSeconds == Double(15 + 60) * 60)
    }
}
