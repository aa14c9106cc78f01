import FoundationEssentials
import Interview

/// Shows how often was practised.
struct PracticeView {
    let page: Page
    let zone: ZoneOptions

    /// How many periods are shown where nobody said: two weeks, a quarter, a year.
    static func usual(_ unit: PracticeFrequency.Unit) -> Int {
        switch unit {
        case .day: 14
        case .week: 13
        case .month: 12
        }
    }

    /// - Parameter count: how many periods up to now are shown.
    func show(_ practice: PracticeFrequency, _ streaks: PracticeStreaks, count: Int) {
        page.heading("Practice by \(practice.unit.rawValue)")
        guard let lastDay = streaks.lastDay else { return page.paragraph("No question was answered yet.") }
        let periods = practice.last(count, to: Date(), in: zone.zone)
        let most = max(1, periods.map(\.interviews).max() ?? 1)
        for period in periods {
            let number = TextLayout.right("\(period.interviews)", 3)
            let bar =
                period.interviews == 0
                ? "" : TextLayout.bar(Double(period.interviews) / Double(most), width: 20)
            let head = Page.indent + TextLayout.left(name(of: period, practice.unit), 22)
            page.line("\(head)\(number) \(page.palette.accent(bar))")
        }
        page.figure(
            "Days in a row", "\(streaks.currentDays)",
            remark:
                "(the longest: \(streaks.longestDays); \(TextLayout.count(streaks.totalDays, "day")) in all)")
        page.figure("Last practice", Moment.day(lastDay, in: zone.zone))
    }

    private func name(of period: PracticeFrequency.Period, _ unit: PracticeFrequency.Unit) -> String {
        let text = Moment.day(period.begin, in: zone.zone)
        return switch unit {
        case .day: text
        case .week: "from \(text)"
        case .month: String(text.prefix(7))
        }
    }
}
