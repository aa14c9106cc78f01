import Foundation
import TestSupport
import Testing

extension KeepingCommandTests {
    @Suite struct StatsCommandTests {
        private struct Overview: Decodable {
            struct Statistics: Decodable {
                struct Count: Decodable { var interviews: Int }
                var interviews: Int
                var meanOverall: Double?
                var labels: [Count]
                var trend: Trend?
            }
            struct Trend: Decodable { var direction: String }
            struct Point: Decodable { var interview: Int }
            struct Suggestion: Decodable {
                var area: String
                var command: String
            }
            struct Streaks: Decodable {
                var longestDays: Int
                var totalDays: Int
            }
            var statistics: Statistics
            var completedShare: Double?
            var evolution: [Point]
            var practiseNext: [Suggestion]
            var streaks: Streaks
        }

        private static let groups = [
            "overview", "scores", "areas", "delivery", "practice", "questions", "banks", "templates",
            "interviewers",
        ]

        @Test func anEmptyDatabaseComesOutWellInEveryGroup() async throws {
            let kept = try KeptSessions()
            for group in Self.groups {
                let run = try await kept.run("stats", group)
                #expect(run.code == 0 && !(run.output + run.log).isEmpty, "\(group): \(run.log)")
                let json = try await kept.run("stats", group, "--json")
                #expect(json.code == 0, "\(group): \(json.log)")
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
            }
            let none = try await kept.json(Overview.self, "stats")
            #expect(none.statistics.interviews == 0 && none.completedShare == nil && none.evolution.isEmpty)
            let run = try await kept.run("stats")
            #expect(run.log.contains("viva practice --microphone"), "\(run.log)")
        }

        @Test func oneInterviewAloneHasFiguresAndNoTrend() async throws {
            let kept = try KeptSessions()
            try kept.add("one")
            for group in Self.groups {
                let run = try await kept.run("stats", group)
                #expect(run.code == 0, "\(group): \(run.log)")
            }
            let run = try await kept.run("stats")
            for text in ["1 interview", "1 completed", "Overall", "it needs 6 interviews", "Days in a row"] {
                #expect(run.output.contains(text), "\(text): \(run.output)")
            }
            let one = try await kept.json(Overview.self, "stats")
            #expect(one.statistics.trend == nil && one.evolution.map(\.interview) == [1])
            #expect(one.completedShare == 1 && one.streaks.totalDays == 1)
        }

        @Test func severalInterviewsShowWhereTheyGoAndWhatToPractise() async throws {
            let kept = try KeptSessions()
            for day in 0..<7 {
                try kept.add(
                    "day-\(day)", role: day == 2 ? "Data Analyst" : "Backend Developer", day: Double(day),
                    isCompleted: day != 6)
            }
            let all = try await kept.json(Overview.self, "stats")
            #expect(all.statistics.interviews == 7 && all.evolution.map(\.interview) == [1, 2, 3, 4, 5, 6])
            #expect(all.statistics.labels.reduce(0) { $0 + $1.interviews } == 6)
            #expect(all.statistics.trend?.direction == "stable")
            #expect(all.streaks.longestDays == 7)
            // The words of the command choose questions, and the command line is one that the program takes.
            let suggestion = try #require(all.practiseNext.first)
            #expect(suggestion.area == "any" && suggestion.command.hasPrefix("viva practice --microphone "))
            let words = suggestion.command.split(separator: " ").map(String.init).dropFirst(3)
            let chosen = try await kept.command.run(["questions", "choose"] + words)
            #expect(chosen.code == 0, "\(suggestion.command): \(chosen.log)")
            let analyst = try await kept.json(Overview.self, "stats", "--role", "data analyst")
            #expect(analyst.evolution.map(\.interview) == [3])
            // The first was held on 2026-09-21; a day is named with it.
            let first = try await kept.json(Overview.self, "stats", "--until", "2026-09-21")
            #expect(first.evolution.map(\.interview) == [1])
            let rest = try await kept.json(
                Overview.self, "stats", "--since", "2026-09-22", "--until", "2026-09-23")
            #expect(rest.evolution.map(\.interview) == [2, 3])
            let scores = try await kept.run("stats", "scores")
            #expect(
                scores.output.contains("Relevance") && scores.output.contains("the last 3 interviews average")
            )
            let questions = try await kept.run("stats", "questions")
            #expect(questions.output.contains("slow-query") && questions.output.contains("too few answers"))
        }

        @Test func daysAreCountedOnTheClockThatIsAskedFor() async throws {
            let kept = try KeptSessions()
            // 2026-09-21 14:13 in UTC is the next day in Auckland and the same one in Honolulu.
            try kept.add("one")
            let days = { (zone: String) in
                try await kept.run("stats", "practice", "--time-zone", zone).output
            }
            #expect(try await days("+12:00").contains("2026-09-22"))
            #expect(try await !days("-10:00").contains("2026-09-22"))
        }

        @Test func whoIsNotThereIsToldAndWrongOptionsAreRefused() async throws {
            let kept = try KeptSessions()
            let nobody = try await kept.run("stats", "--person", "Ada")
            #expect(nobody.code == 66 && nobody.log.contains("nobody called \"Ada\""), "\(nobody.log)")
            let nothing = try await kept.run("stats", "--organization", "Initech")
            #expect(nothing.code == 66 && nothing.log.contains("no organization called"), "\(nothing.log)")
            for wrong in [
                ["--since", "yesterday"], ["--until", "2026-02-30"], ["scores", "--limit", "0"],
                ["practice", "--by", "year"], ["practice", "--count", "0"], ["--time-zone", "Mars"],
            ] { #expect(try await kept.command.run(["stats"] + wrong).code == 64, "\(wrong)") }
        }
    }
}
