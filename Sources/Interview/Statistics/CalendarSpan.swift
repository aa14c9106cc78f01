import FoundationEssentials

/// A day, week or month of the calendar with the moments that lie in it.
struct CalendarSpan {
    /// From its beginning to that of the next one; a day with a change of the clock is shorter or longer than others.
    var interval: DateInterval
    /// How many moments lie in it.
    var moments: Int

    /// The spans with moments, in the order of time. Moments of one span cost no look into the calendar.
    ///
    /// - Parameter moments: in the order of time.
    static func spans(
        of moments: [Date], _ component: Calendar.Component, in zone: TimeZone
    ) -> [CalendarSpan] {
        var spans: [CalendarSpan] = []
        for moment in moments {
            if let last = spans.last, moment < last.interval.end {
                spans[spans.count - 1].moments += 1
            } else if let interval = interval(component, of: moment, in: zone) {
                spans.append(CalendarSpan(interval: interval, moments: 1))
            }
        }
        return spans
    }

    /// The day, week or month that a moment lies in; weeks begin on Monday.
    static func interval(
        _ component: Calendar.Component, of moment: Date, in zone: TimeZone
    ) -> DateInterval? {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = zone
        return calendar.dateInterval(of: component, for: moment)
    }
}
