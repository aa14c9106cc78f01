import DatabaseTestSupport
import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Records
import SQL
import Testing

@Suite("Statistics in SQL agree with the same in Swift", .serialized)
struct StatisticsTests {
    /// Drawn interviews are kept once, as that takes most of the time, and looked at in every scope.
    @Test(
        "Figures, points, weak areas, practice, questions and use in every scope", arguments: TestDatabase.all
    )
    func everyScope(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            var made = MadeInterviews(seed: 11)
            let kept = try await made.keep(100, in: records)
            var trends = 0
            var correlations = 0
            for scope in StatisticsScope.all {
                let plain = PlainStatistics(all: kept.filter { scope.holds($0.interview) })
                if try await figures(records, scope.filter, plain).trend != nil { trends += 1 }
                try await scores(records, scope.filter, plain)
                try await delivery(records, scope.filter, plain)
                try await weakAreas(records, scope.filter, plain)
                try await practice(records, scope.filter, plain)
                try await streaks(records, scope.filter, plain)
                correlations += try await questions(records, scope.filter, plain)
                    .count { $0.discrimination != nil }
                try await usage(records, scope.filter, plain)
                try await interviewers(records, scope.filter, plain)
            }
            // Else it would agree on nothing.
            #expect(trends >= 6 && correlations >= 20)
        }
    }

    private static func close(_ found: Double?, _ expected: Double?) -> Bool {
        guard let found, let expected else { return found == nil && expected == nil }
        return abs(found - expected) < 1e-6
    }

    private func figures(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws -> InterviewStatistics {
        let found = try await records.statistics(of: filter)
        #expect(found.interviews == plain.all.count)
        for state in InterviewState.allCases {
            #expect(found.count(state) == plain.interviews.count { $0.state == state })
        }
        let over = plain.interviews.count(where: \.state.isOver)
        #expect(
            Self.close(
                found.completedShare,
                over > 0 ? Double(plain.completed.count) / Double(over) : nil))
        #expect(found.questionsAnswered == plain.answers.count { $0.take != nil })
        #expect(
            found.followUpsAnswered
                == plain.interviews.flatMap(\.turns).count { $0.followUp != nil && !$0.takes.isEmpty })
        #expect(
            found.waitingForReview
                == plain.interviews.count { interview in
                    interview.turns.contains {
                        guard let take = $0.finalTake else { return false }
                        return take.review == nil && take.evaluation?.needsReview == true
                    }
                })
        #expect(Self.close(found.meanOverall, PlainStatistics.mean(plain.completed.compactMap(\.score))))
        for dimension in Dimension.allCases {
            let means = plain.ordered.compactMap { kept in
                kept.summary.dimensions.first { $0.dimension == dimension }?.mean
            }
            let found = found.dimensions.first { $0.dimension == dimension }
            #expect(Self.close(found?.mean, PlainStatistics.mean(means)))
            #expect((found?.count ?? 0) == means.count)
        }
        let minutes = plain.completed.compactMap { interview -> Double? in
            guard let start = interview.startedAt, let end = interview.endedAt else { return nil }
            let steps = ([start, end] + interview.turns.flatMap(\.takes).map(\.receivedAt)).sorted()
            let times = zip(steps, steps.dropFirst()).map { $1.timeIntervalSince($0) / 60 }
            return times.filter { $0 <= 60 }.reduce(0, +)
        }
        #expect(Self.close(found.meanDurationMinutes, PlainStatistics.mean(minutes)))
        for count in found.labels {
            let expected = plain.completed.count { PerformanceLabel(score: $0.score) == count.label }
            #expect(count.interviews == expected)
        }
        #expect(found.favouriteRole?.interviews == plain.roles.values.max())
        #expect(
            found.favouriteRole.flatMap { plain.roles[$0.role.lowercased()] }
                == found.favouriteRole?.interviews)
        #expect(found.trend?.direction == plain.trend?.direction)
        #expect(Self.close(found.trend?.change, plain.trend?.change))
        return found
    }

    private func scores(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        let points = try await records.scoreEvolution(of: filter, limit: 20)
        let expected = Array(plain.scored.suffix(20))
        #expect(points.map(\.interview) == expected.map(\.number))
        for (point, kept) in zip(points, expected) {
            #expect(Self.close(point.overall, kept.interview.score))
            #expect(point.judging == InterviewJudging(of: kept.interview))
            #expect(abs(point.heldAt.timeIntervalSince(kept.interview.heldAt)) < 0.001)
            for dimension in Dimension.allCases {
                #expect(
                    Self.close(
                        point.dimensions.first { $0.dimension == dimension }?.score,
                        kept.summary.dimensions.first { $0.dimension == dimension }?.mean))
            }
        }
    }

    private func delivery(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        let delivery = try await records.deliveryEvolution(of: filter, limit: 4)
        let spoken = plain.ordered.filter { kept in
            kept.interview.turns.contains { $0.finalTake?.analysis != nil }
        }
        #expect(delivery.points.map(\.interview) == spoken.suffix(4).map(\.number))
        for (point, kept) in zip(delivery.points, spoken.suffix(4)) {
            let reports = kept.interview.turns.compactMap { $0.finalTake?.analysis?.delivery }
            let seconds = reports.reduce(0) { $0 + $1.durationSeconds }
            let pauses = Double(reports.reduce(0) { $0 + $1.pauses.count })
            #expect(Self.close(point.pausesPerMinute, pauses / seconds * 60))
            #expect(Self.close(point.wordsPerMinute, kept.summary.wordsPerMinute))
            #expect(Self.close(point.fillersPerMinute, kept.summary.fillersPerMinute))
        }
        let paces = spoken.compactMap(\.summary.wordsPerMinute)
        #expect(
            Self.close(
                delivery.pace?.recentMean,
                paces.count >= 6 ? PlainStatistics.mean(Array(paces.suffix(3))) : nil))
        #expect(
            Self.close(
                delivery.pace?.earlierMean,
                paces.count >= 6 ? PlainStatistics.mean(Array(paces.suffix(6).prefix(3))) : nil))
    }

    private func weakAreas(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        let found = try await records.weakAreas(of: filter)
        #expect(found.dimensions.map(\.mean) == found.dimensions.map(\.mean).sorted())
        for dimension in Dimension.allCases {
            let scores = plain.answers.compactMap { $0.take?.evaluation?.score(dimension) }
            let mean = found.dimensions.first { $0.dimension == dimension }
            #expect(Self.close(mean?.mean, PlainStatistics.mean(scores)))
            #expect((mean?.count ?? 0) == scores.count)
        }
        for (areas, scores) in [
            (found.categories, plain.categoryScores()), (found.skills, plain.skillScores()),
        ] {
            #expect(areas.map(\.mean) == areas.map(\.mean).sorted())
            let enough = scores.filter { $0.value.count >= 2 }
            #expect(Set(areas.map(\.name)) == Set(enough.keys))
            for area in areas {
                #expect(Self.close(area.mean, enough[area.name].flatMap(PlainStatistics.mean)))
                #expect(area.count == enough[area.name]?.count)
            }
        }
    }

    private func practice(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        for offset in [0, 330, -600] {
            var calendar = Calendar(identifier: .iso8601)
            calendar.timeZone = try #require(TimeZone(secondsFromGMT: offset * 60))
            let moments = plain.interviews
                .filter { $0.turns.contains { $0.followUp == nil && !$0.takes.isEmpty } }.map(\.heldAt)
            for (unit, component) in [
                (PracticeFrequency.Unit.day, Calendar.Component.day), (.week, .weekOfYear),
                (.month, .month),
            ] {
                let expected = Dictionary(
                    moments.compactMap { calendar.dateInterval(of: component, for: $0)?.start }
                        .map { ($0, 1) }, uniquingKeysWith: +)
                let found = try await records.practiceFrequency(
                    of: filter, by: unit, in: calendar.timeZone)
                #expect(found.periods.map(\.begin) == expected.keys.sorted())
                #expect(found.periods.allSatisfy { expected[$0.begin] == $0.interviews })
            }
        }
    }

    private func streaks(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        for offset in [0, 330, -600] {
            let days = Set(plain.days(utcOffsetMinutes: offset)).sorted()
            var rows: [Int] = []
            for (place, day) in days.enumerated() {
                if place > 0, days[place - 1] == day - 1 {
                    rows[rows.count - 1] += 1
                } else {
                    rows.append(1)
                }
            }
            let last = days.last ?? 0
            for (late, current) in [(0, rows.last ?? 0), (1, rows.last ?? 0), (2, 0)] {
                // One minute before the end of the day.
                let now = Date(
                    timeIntervalSince1970: Double((last + late + 1) * 86_400 - offset * 60 - 60))
                let zone = try #require(TimeZone(secondsFromGMT: offset * 60))
                let streaks = try await records.practiceStreaks(of: filter, now: now, in: zone)
                #expect(streaks.currentDays == current)
                #expect(streaks.longestDays == rows.max() ?? 0 && streaks.totalDays == days.count)
                #expect(
                    streaks.lastDay
                        == days.last.map {
                            Date(timeIntervalSince1970: Double($0 * 86_400 - offset * 60))
                        })
            }
        }
    }

    private func questions(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws -> [QuestionEffectiveness] {
        let found = try await records.questionEffectiveness(of: filter)
        #expect(Set(found.map(\.question)) == Set(plain.answers.map(\.turn.question.id)))
        #expect(found.map(\.uses) == found.map(\.uses).sorted(by: >))
        for question in found {
            let put = plain.answers.filter { $0.turn.question.id == question.question }
            let scores = put.compactMap { $0.take?.score }
            let pairs = plain.pairs(question.question)
            #expect(question.uses == put.count && question.answers == scores.count)
            #expect(Self.close(question.meanScore, PlainStatistics.mean(scores)))
            #expect(question.comparedAnswers == pairs.count)
            #expect(
                Self.close(
                    question.discrimination,
                    pairs.count < 10 ? nil : PlainStatistics.correlation(pairs)))
            let alone = try await records.questionEffectiveness(of: filter, question: question.question)
            #expect(alone.map(\.question) == [question.question])
            #expect(alone.map(\.comparedAnswers) == [question.comparedAnswers])
            #expect(Self.close(alone[0].discrimination, question.discrimination))
        }
        #expect(try await records.questionEffectiveness(of: filter, limit: 2).count == min(2, found.count))
        return found
    }

    private func usage(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        let banks = try await records.bankUsage(of: filter)
        for bank in 1...2 {
            let put = plain.answers.compactMap { Int($0.turn.question.id.dropFirst()) }
                .filter { $0 < 6 && MadeInterviews.bank(of: $0) == bank }
            let found = banks.first { $0.bank == bank }
            #expect((found?.uses ?? 0) == put.count)
            #expect((found?.questionsUsed ?? 0) == Set(put).count)
            #expect(found == nil || found?.name == "Bank \(bank)")
        }
        #expect(banks.map(\.uses) == banks.map(\.uses).sorted(by: >))

        for usage in try await records.templateUsage(of: filter) {
            let made = plain.interviews.filter { $0.details.template == usage.template }
            let completed = made.filter { $0.state == .completed }
            #expect(usage.interviews == made.count && usage.completed == completed.count)
            #expect(Self.close(usage.meanOverall, PlainStatistics.mean(completed.compactMap(\.score))))
            #expect(usage.title == "Template \(usage.template)")
            #expect(usage.lastUsed == made.map(\.heldAt).max())
        }
    }

    private func interviewers(
        _ records: Records, _ filter: InterviewFilter, _ plain: PlainStatistics
    ) async throws {
        let interviewers = try await records.interviewerStatistics(of: filter)
        #expect(
            Set(interviewers.map(\.interviewer))
                == Set(plain.interviews.compactMap(\.details.interviewer)))
        for person in interviewers {
            let theirs = plain.interviews.filter { $0.details.interviewer == person.interviewer }
            let completed = theirs.filter { $0.state == .completed }
            #expect(person.interviews == theirs.count && person.completed == completed.count)
            #expect(person.held == theirs.count { $0.startedAt != nil })
            #expect(person.over == theirs.count(where: \.state.isOver))
            #expect(person.noShows == theirs.count { $0.state == .noShow })
            #expect(Self.close(person.meanOverall, PlainStatistics.mean(completed.compactMap(\.score))))
            #expect(person.name == "Person \(person.interviewer)")
        }
    }

    @Test("Interviews that wait for a person, until one has looked at them", arguments: TestDatabase.all)
    func waiting(kind: TestDatabase) async throws {
        try await kind.run { database in
            let records = try await Records(database: database)
            var made = MadeInterviews(seed: 3)
            let kept = try await made.keep(30, in: records)
            var filter = InterviewFilter()
            filter.waitsForReview = true
            let waiting = kept.filter {
                $0.interview.turns.contains { $0.finalTake?.waitsForReview ?? false }
            }
            .sorted { ($1.interview.heldAt, $1.number) < ($0.interview.heldAt, $0.number) }
            let page = try await records.interviews(filter, page: .skipping(0, count: 100))
            #expect(page.items.map(\.number) == waiting.map(\.number) && !waiting.isEmpty)
            let first = try #require(waiting.first)
            #expect(
                page.items.first?.waitingCount
                    == first.interview.turns.count { $0.finalTake?.waitsForReview ?? false })
            try await records.change(.number(first.number)) { interview in
                for turn in interview.turns {
                    guard let take = turn.finalTake else { continue }
                    try interview.review(
                        turn: turn.number, take: take.number,
                        as: HumanReview(score: nil, notes: "Seen.", date: MadeInterviews.begin))
                }
            }
            let after = try await records.interviews(filter, page: .skipping(0, count: 100))
            #expect(after.items.map(\.number) == waiting.dropFirst().map(\.number))
        }
    }
}
