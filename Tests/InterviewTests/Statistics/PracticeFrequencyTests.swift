import FoundationEssentials
import Interview
import Testing

@Suite struct PracticeFrequencyTests {
    @Test func theLastPeriodsAreThereWithoutPracticeToo() throws {
        // 2026-11-09 and 2026-11-22, a Monday and a Sunday, counted in days from 1970.
        let zone = try #require(TimeZone(secondsFromGMT: 3600))
        let noon = { (day: Double) in Date(timeIntervalSince1970: (day + 0.5) * 86_400) }
        let frequency = { (unit: PracticeFrequency.Unit) in
            PracticeFrequency(of: [noon(20_766), noon(20_766), noon(20_779)], unit: unit, in: zone)
        }
        // An hour after midnight on 2026-11-23 where the clock is an hour ahead: a Monday.
        let now = Date(timeIntervalSince1970: 20_780 * 86_400)
        let counts = { (unit: PracticeFrequency.Unit, count: Int) in
            frequency(unit).last(count, to: now, in: zone).map(\.interviews)
        }
        #expect(counts(.day, 3) == [0, 1, 0])
        #expect(counts(.week, 4) == [0, 2, 1, 0])
        #expect(counts(.month, 2) == [0, 3])
        #expect(counts(.day, 0) == [])
        let months = frequency(.month).last(2, to: now, in: zone).map(\.begin)
        // 2026-10-01 and 2026-11-01, midnight there.
        #expect(months == [20_727, 20_758].map { Date(timeIntervalSince1970: Double($0 * 86_400 - 3600)) })
    }

    @Test func aQuestionSeparatesFromAKnownDiscriminationOn() {
        let effectiveness = { (count: Int, xy: Double) in
            QuestionEffectiveness(
                question: "q", uses: count, answers: count, meanScore: 50,
                comparison: CorrelationSums(count: count, xx: 100, yy: 100, xy: xy))
        }
        #expect(effectiveness(10, 30).verdict == .well)
        #expect(effectiveness(10, 29).verdict == .somewhat)
        #expect(effectiveness(10, 20).verdict == .somewhat)
        #expect(effectiveness(10, 19).verdict == .hardly)
        #expect(effectiveness(10, -50).verdict == .hardly)
        #expect(effectiveness(9, 90).verdict == nil)
    }
}
