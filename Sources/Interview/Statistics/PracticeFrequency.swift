public import FoundationEssentials

/// How often somebody practises: the interviews with an answer in each day, week or month of the calendar.
public struct PracticeFrequency: Sendable, Hashable, Codable {
    /// What is counted over.
    public enum Unit: String, Sendable, Hashable, Codable, CaseIterable {
        /// A day.
        case day
        /// A week from Monday on.
        case week
        /// A month of the calendar.
        case month

        fileprivate var component: Calendar.Component {
            switch self {
            case .day: .day
            case .week: .weekOfYear
            case .month: .month
            }
        }
    }

    /// A day, week or month with practice.
    public struct Period: Sendable, Hashable, Codable {
        /// When it begins: midnight where the days were counted.
        public var begin: Date
        /// How many interviews with an answer were held in it.
        public var interviews: Int

        /// So many interviews from a moment on.
        public init(begin: Date, interviews: Int) {
            self.begin = begin
            self.interviews = interviews
        }
    }

    /// What is counted over.
    public var unit: Unit
    /// The periods with practice, in the order of time; those without are left out.
    public var periods: [Period]

    /// How often.
    ///
    /// - Parameters:
    ///   - moments: when interviews were held, in the order of time.
    ///   - zone: whose clock the days are told by, each as it was shown at that moment.
    public init(of moments: [Date], unit: Unit, in zone: TimeZone) {
        self.unit = unit
        periods = CalendarSpan.spans(of: moments, unit.component, in: zone).map {
            Period(begin: $0.interval.start, interviews: $0.moments)
        }
    }

    /// The last periods up to the one that a moment lies in, in the order of time, those without practice among them.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - now: the moment.
    ///   - zone: that of the moments which were counted.
    public func last(_ count: Int, to now: Date, in zone: TimeZone) -> [Period] {
        let counted = Dictionary(periods.map { ($0.begin, $0.interviews) }, uniquingKeysWith: +)
        var last: [Period] = []
        var moment = now
        while last.count < count, let span = CalendarSpan.interval(unit.component, of: moment, in: zone) {
            last.append(Period(begin: span.start, interviews: counted[span.start] ?? 0))
            moment = span.start - 1
        }
        return last.reversed()
    }
}
