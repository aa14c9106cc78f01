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

    /// How often, by day.
    ///
    /// - Parameters:
    ///   - days: how many interviews were held on a day, counted from 1970-01-01 as 0, in the order of time.
    ///   - utcOffsetMinutes: how far the clock of those days is ahead of UTC, in minutes.
    public init(of days: [(day: Int, interviews: Int)], unit: Unit, utcOffsetMinutes: Int) {
        self.unit = unit
        periods = []
        for (day, interviews) in days {
            let first = Self.firstDay(of: unit, with: day)
            let begin = Date(timeIntervalSince1970: Double(first * 86_400 - utcOffsetMinutes * 60))
            if periods.last?.begin == begin {
                periods[periods.count - 1].interviews += interviews
            } else {
                periods.append(Period(begin: begin, interviews: interviews))
            }
        }
    }

    /// The last periods up to the one that a moment lies in, in the order of time, those without practice among them.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - now: the moment.
    ///   - utcOffsetMinutes: that of the days which were counted, in minutes.
    public func last(_ count: Int, to now: Date, utcOffsetMinutes: Int) -> [Period] {
        let offset = utcOffsetMinutes * 60
        let counted = Dictionary(periods.map { ($0.begin, $0.interviews) }, uniquingKeysWith: +)
        var day = Int(((now.timeIntervalSince1970 + Double(offset)) / 86_400).rounded(.down))
        var last: [Period] = []
        for _ in 0..<max(0, count) {
            let first = Self.firstDay(of: unit, with: day)
            let begin = Date(timeIntervalSince1970: Double(first * 86_400 - offset))
            last.append(Period(begin: begin, interviews: counted[begin] ?? 0))
            day = first - 1
        }
        return last.reversed()
    }

    /// The first day of the period that a day lies in.
    private static func firstDay(of unit: Unit, with day: Int) -> Int {
        switch unit {
        case .day: return day
        // 1970-01-01 was a Thursday, three days after a Monday.
        case .week: return day - (day + 3) % 7
        case .month:
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            return day + 1 - calendar.component(.day, from: Date(timeIntervalSince1970: Double(day) * 86_400))
        }
    }
}
