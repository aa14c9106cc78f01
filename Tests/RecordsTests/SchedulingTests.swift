import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import SQLite
import TestSupport
import Testing

@Suite("Interviews and people's time", .serialized)
struct SchedulingTests {
    private static let now = Date(timeIntervalSince1970: 1_700_000_000)

    /// So many minutes from now.
    private static func at(_ minutes: Int) -> Date { now.addingTimeInterval(Double(minutes) * 60) }

    private static func interview(
        _ id: String, _ start: Int?, _ minutes: Int = 30, candidate: Int64? = 1, interviewer: Int64? = nil,
        schedule change: (inout InterviewSchedule) -> Void = { _ in }
    ) -> Interview {
        var schedule = start.map { InterviewSchedule(start: at($0), durationMinutes: minutes) }
        if var changed = schedule {
            change(&changed)
            schedule = changed
        }
        return Interview(
            id: id, plan: InterviewPlan(seed: 1),
            details: InterviewDetails(title: id.uppercased(), candidate: candidate, interviewer: interviewer),
            schedule: schedule, createdAt: now)
    }

    /// Records with five people, numbered from 1.
    private static func records(_ database: any SQLDatabase) async throws -> Records {
        let records = try await Records(database: database)
        try await database.write { connection in
            for number in 1...5 {
                try connection.run(
                    """
                    INSERT INTO people (uuid, role, name, body, created_at, updated_at)
                    VALUES (\("p\(number)"), 'candidate', \("Person \(number)"), '{}', 0, 0)
                    """)
            }
        }
        return records
    }

    private static func run(_ kind: TestDatabase, _ body: (Records) async throws -> Void) async throws {
        try await kind.run { try await body(records($0)) }
    }

    /// The ids and people of the interviews that were in the way; `nil` when none was.
    private static func conflicts(_ work: () async throws -> Void) async throws -> [String]? {
        do {
            try await work()
            return nil
        } catch let error as RecordsError {
            guard case .conflict(let conflicts) = error else { throw error }
            return conflicts.map { "\($0.id) \($0.people)" }
        }
    }

    @Test(
        "A time that somebody is taken at is refused, for candidate and interviewer",
        arguments: TestDatabase.all)
    func conflicts(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            try await records.schedule(Self.interview("a", 60, candidate: 1, interviewer: 2), at: Self.now)
            let cases: [(Interview, [String]?)] = [
                (Self.interview("same", 60, candidate: 1, interviewer: 2), ["a [1, 2]"]),
                (Self.interview("early", 31, candidate: 1), ["a [1]"]),
                (Self.interview("late", 89, candidate: 3, interviewer: 2), ["a [2]"]),
                (Self.interview("crossed", 70, 5, candidate: 2, interviewer: 1), ["a [1, 2]"]),
                (Self.interview("around", 1, 500, candidate: 1), ["a [1]"]),
                (Self.interview("before", 30, candidate: 1), nil),
                (Self.interview("after", 90, candidate: 1), nil),
                (Self.interview("others", 60, candidate: 3, interviewer: 4), nil),
                (Self.interview("nobody", 60, candidate: nil), nil),
                (Self.interview("no time", nil, candidate: 1), nil),
            ]
            for (interview, expected) in cases {
                let found = try await Self.conflicts {
                    try await records.schedule(interview, at: Self.now)
                }
                #expect(found == expected, "\(interview.id)")
                let isKept = try? await records.interview(.id(interview.id))
                #expect((isKept != nil) == (expected == nil))
            }
        }
    }

    @Test("The refusal names the other interview, its time and who is taken", arguments: TestDatabase.all)
    func words(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            try await records.schedule(Self.interview("a", 60, candidate: 1, interviewer: 2), at: Self.now)
            let error = try await #require(throws: RecordsError.self) {
                try await records.schedule(Self.interview("b", 70, candidate: 2), at: Self.now)
            }
            #expect(
                "\(error)"
                    == "Person 2 cannot come: interview 1 (A) is planned from 2023-11-14T23:13:20Z to 2023-11-14T23:43:20Z. "
                    + "Choose another time, or say that the two may overlap.")
        }
    }

    @Test("Who wants it has two at once", arguments: TestDatabase.all)
    func overlap(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            try await records.schedule(Self.interview("a", 60), at: Self.now)
            try await records.schedule(Self.interview("b", 60), overlap: .allowed, at: Self.now)
            let kept = try await records.schedule(Self.interview("c", 200), at: Self.now)
            let to = InterviewSchedule(start: Self.at(70))
            #expect(
                try await Self.conflicts {
                    try await records.reschedule(.number(kept.number), to: to, at: Self.now)
                } == ["a [1]", "b [1]"])
            try await records.reschedule(.number(kept.number), to: to, overlap: .allowed, at: Self.now)
            #expect(try await records.conflicts(with: Self.interview("d", 80)).map(\.id) == ["a", "b", "c"])
        }
    }

    @Test(
        "An interview is moved into free time, its own among it, by its own rules",
        arguments: TestDatabase.all)
    func moves(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let one = try await records.schedule(
                Self.interview("a", 60) { $0.rescheduleDeadlineHours = 1 }, at: Self.now)
            try await records.schedule(Self.interview("b", 120), at: Self.now)
            let name = RecordName.number(one.number)
            let moved = try await records.reschedule(
                name, to: try #require(one.interview.schedule).moved(to: Self.at(75)), at: Self.now)
            #expect(moved.interview.schedule?.moves == 1 && moved.revision == 2)
            let before = try await records.interview(name)
            #expect(
                try await Self.conflicts {
                    try await records.reschedule(
                        name, to: InterviewSchedule(start: Self.at(100)), at: Self.now)
                } == ["b [1]"])
            await #expect(throws: RecordsError.self) {
                try await records.reschedule(
                    name, to: InterviewSchedule(start: Self.at(300)), at: Self.at(16))
            }
            await #expect(throws: RecordsError.self) {
                try await records.reschedule(
                    .number(99), to: InterviewSchedule(start: Self.at(300)), at: Self.now)
            }
            #expect(try await records.interview(name) == before)
            try await records.reschedule(name, to: InterviewSchedule(start: Self.at(90)), at: Self.now)
            #expect(try await records.interview(name).interview.schedule?.start == Self.at(90))
        }
    }

    @Test("Only what is planned for a time to come is planned", arguments: TestDatabase.all)
    func refusals(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for interview in [Self.interview("past", 0), Self.interview("long ago", -500)] {
                let error = try await #require(throws: RecordsError.self) {
                    try await records.schedule(interview, at: Self.now)
                }
                guard case .interview(.inThePast) = error else {
                    Issue.record("\(error)")
                    continue
                }
            }
            let begun = Interview(id: "b", plan: InterviewPlan(seed: 1), startedAt: Self.now)
            await #expect(throws: RecordsError.self) { try await records.schedule(begun, at: Self.now) }
            #expect(try await records.interviews(page: .first(5)).items.isEmpty)
        }
    }

    @Test(
        "What goes on takes time from its beginning, and what is over takes none", arguments: TestDatabase.all
    )
    func states(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            let late = try await records.schedule(Self.interview("late", 60, 60), at: Self.now)
            try await records.change(.number(late.number)) { try $0.handle(.started(at: Self.at(100))) }
            #expect(try await records.conflicts(with: Self.interview("x", 65)).isEmpty)
            #expect(try await records.conflicts(with: Self.interview("x", 159)).map(\.id) == ["late"])
            #expect(try await records.conflicts(with: Self.interview("x", 160)).isEmpty)
            try await records.change(.number(late.number)) { try $0.handle(.abandoned(at: Self.at(110))) }
            #expect(try await records.conflicts(with: Self.interview("x", 120)).isEmpty)

            try await records.keep(
                Interview(
                    id: "at once", plan: InterviewPlan(seed: 1), details: InterviewDetails(interviewer: 1),
                    startedAt: Self.at(300)))
            let taken = try #require(await records.conflicts(with: Self.interview("x", 329)).first)
            #expect(taken.end == Self.at(330) && taken.state == .inProgress)
            #expect(taken.description.contains("is going on"))

            let off = try await records.schedule(Self.interview("off", 400), at: Self.now)
            try await records.change(.number(off.number)) {
                try $0.handle(.cancelled(reason: nil, at: Self.at(1)))
            }
            try await records.schedule(Self.interview("instead", 400), at: Self.now)
        }
    }

    @Test("In SQL an interview takes the time that it says", arguments: TestDatabase.all)
    func takenTime(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            var planned = Self.interview("planned", 60, 1440)
            try await records.keep(planned)
            try planned.handle(.started(at: Self.at(2000)))
            let begun = Interview(
                id: "begun", plan: planned.plan, details: InterviewDetails(candidate: 2),
                startedAt: Self.at(7))
            try await records.keep(begun)
            for kept in [Self.interview("planned", 60, 1440), begun] {
                let time = try #require(kept.takenTime)
                let person = try #require(kept.details.candidate)
                for (start, isTaken) in [
                    (time.start, true), (time.end.addingTimeInterval(-1), true), (time.end, false),
                    (time.start.addingTimeInterval(-60), false), (time.start.addingTimeInterval(-59), true),
                ] {
                    let other = Interview(
                        id: "x", plan: planned.plan, details: InterviewDetails(candidate: person),
                        schedule: InterviewSchedule(start: start, durationMinutes: 1), createdAt: Self.now)
                    #expect(try await records.conflicts(with: other).map(\.id) == (isTaken ? [kept.id] : []))
                }
            }
        }
    }

    // MARK: At once

    /// Plans twenty interviews at one time and returns how many were kept and how many were refused for a conflict.
    private static func twenty(_ records: [Records]) async throws -> (kept: Int, refused: Int) {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<20 {
                group.addTask {
                    // Some overlap in part only, and person 1 answers in some and asks in others.
                    let isCandidate = number.isMultiple(of: 2)
                    let interview = interview(
                        "i\(number)", 60 + number, candidate: isCandidate ? 1 : 2,
                        interviewer: isCandidate ? 3 : 1)
                    do {
                        try await records[number % records.count].schedule(interview, at: now)
                        return true
                    } catch RecordsError.conflict {
                        return false
                    }
                }
            }
            var result = (kept: 0, refused: 0)
            for try await isKept in group {
                if isKept { result.kept += 1 } else { result.refused += 1 }
            }
            return result
        }
    }

    @Test("Of twenty who want one time at once, one gets it", arguments: TestDatabase.all)
    func atOnce(kind: TestDatabase) async throws {
        for _ in 0..<3 {
            try await Self.run(kind) { records in
                let result = try await Self.twenty([records])
                #expect(result == (1, 19))
                #expect(try await records.interviews(page: .skipping(0, count: 50)).total == 1)
            }
        }
    }

    @Test("Of twenty in several programs on one file, one gets it")
    func programsAtOnce() async throws {
        let folder = try TestFolder()
        var all: [Records] = []
        for number in 0..<4 {
            let database = try SQLiteDatabase(path: folder.file("viva.db"))
            all.append(number == 0 ? try await Self.records(database) : try await Records(database: database))
        }
        let result = try await Self.twenty(all)
        #expect(result == (1, 19))
        for records in all { await records.database.close() }
    }

    @Test("Of twenty who are moved to one time at once, one gets there", arguments: TestDatabase.all)
    func movesAtOnce(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for number in 0..<20 {
                try await records.schedule(Self.interview("i\(number)", 1000 + 60 * number), at: Self.now)
            }
            let moved = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    group.addTask {
                        do {
                            try await records.reschedule(
                                .id("i\(number)"), to: InterviewSchedule(start: Self.at(60)), at: Self.now)
                            return true
                        } catch RecordsError.conflict {
                            return false
                        }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(moved == 1)
            #expect(try await records.due(before: Self.at(500)).items.count == 1)
        }
    }

    // MARK: Free, due, given up

    @Test("Free times are what interviews leave", arguments: TestDatabase.all)
    func freeTimes(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for (id, start, minutes, candidate) in [
                ("a", 60, 30, Int64(1)), ("b", 90, 30, 1), ("c", 140, 60, 2), ("d", 300, 60, 3),
            ] {
                try await records.schedule(
                    Self.interview(
                        id, start, minutes, candidate: candidate, interviewer: candidate == 2 ? 1 : nil),
                    at: Self.now)
            }
            try await records.schedule(Self.interview("e", 150, 10), overlap: .allowed, at: Self.now)
            func free(_ from: Int, _ to: Int, _ minutes: Int = 1) async throws -> [[Int]] {
                try await records.freeTimes(
                    person: 1, from: Self.at(from), to: Self.at(to), minutes: minutes
                ).map { [$0.start, $0.end].map { Int($0.timeIntervalSince(Self.now) / 60) } }
            }
            #expect(try await free(0, 400) == [[0, 60], [120, 140], [200, 400]])
            #expect(try await free(0, 400, 20) == [[0, 60], [120, 140], [200, 400]])
            #expect(try await free(0, 400, 21) == [[0, 60], [200, 400]])
            #expect(try await free(70, 195) == [[120, 140]])
            for (from, to) in [(60, 120), (65, 70), (400, 400), (400, 300)] {
                #expect(try await free(from, to).isEmpty)
            }
            #expect(try await records.freeTimes(person: 9, from: Self.now, to: Self.at(60)).count == 1)
        }
    }

    @Test("What is due is listed, the earliest first, and what nobody began", arguments: TestDatabase.all)
    func due(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for (id, start) in [("c", 90), ("a", 10), ("b", 50)] {
                try await records.schedule(Self.interview(id, start, candidate: nil), at: Self.now)
            }
            try await records.schedule(Self.interview("no time", nil), at: Self.now)
            let begun = try await records.schedule(Self.interview("begun", 5), at: Self.now)
            try await records.change(.number(begun.number)) { try $0.handle(.started(at: Self.at(5))) }
            #expect(try await records.due(before: Self.at(90)).items.map(\.id) == ["a", "b"])
            #expect(try await records.due(before: Self.at(91)).items.map(\.id) == ["a", "b", "c"])
            let first = try await records.due(before: Self.at(91), page: .first(2))
            let rest = try await records.due(before: Self.at(91), page: .after(first.next, count: 2))
            #expect(rest.items.map(\.id) == ["c"] && rest.next == nil)
            #expect(try await records.overdue(at: Self.at(39)).items.isEmpty)
            let overdue = try await records.overdue(at: Self.at(40)).items
            #expect(overdue.map(\.id) == ["a"] && overdue.map(\.scheduledEnd) == [Self.at(40)])
            // No-show is for a person to say: nothing changes by itself.
            #expect(try await records.markAbandoned(at: Self.at(9999)).isEmpty)
            #expect(try await records.interview(.id("a")).interview.state == .scheduled)
        }
    }

    @Test("Who is taken in a time can be asked for, without one interview", arguments: TestDatabase.all)
    func takenTimes(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            try await records.schedule(Self.interview("a", 60, candidate: 1, interviewer: 2), at: Self.now)
            try await records.schedule(Self.interview("b", 90, candidate: 2, interviewer: 3), at: Self.now)
            let time = DateInterval(start: Self.at(70), end: Self.at(100))
            #expect(try await records.conflicts(of: [1, 2], in: time).map(\.id) == ["a", "b"])
            #expect(try await records.conflicts(of: [1, 2], in: time, except: "a").map(\.id) == ["b"])
            #expect(try await records.conflicts(of: [4], in: time).isEmpty)
            #expect(try await records.conflicts(of: [], in: time).isEmpty)
        }
    }

    @Test(
        "What was left alone for too long is given up, once, and all else stays", arguments: TestDatabase.all)
    func abandoned(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            func keep(_ id: String, minutes: Int?, _ change: (inout Interview) throws -> Void = { _ in })
                async throws
            {
                var interview = try testInterview(
                    [TestTurn(testQuestion("q"), "It is small.")], id: id,
                    details: InterviewDetails(timeOutMinutes: minutes), startedAt: Self.now)
                try change(&interview)
                try await records.keep(interview)
            }
            // One that cannot be read stands in nobody's way.
            try await keep("damaged", minutes: 30)
            try await records.write { try $0.run("UPDATE interviews SET body = '{'") }
            try await keep("old", minutes: 30)
            try await keep("never", minutes: nil)
            try await keep("long", minutes: 600)
            try await keep("over", minutes: 30) { try $0.handle(.finished(at: Self.at(1))) }
            try await keep("active", minutes: 30) {
                try $0.handle(.triedAgain)
                try $0.handle(.received(.typed(text: "x"), at: Self.at(20)))
            }
            #expect(try await records.markAbandoned(at: Self.at(30)).isEmpty)
            let given = try await records.markAbandoned(at: Self.at(31))
            #expect(given.map(\.interview.id) == ["old"])
            #expect(
                given.first?.interview.state == .abandoned && given.first?.interview.endedAt == Self.at(31))
            let kept = try #require(given.first)
            #expect(try await records.interview(.id("old")) == kept)
            #expect(try await records.markAbandoned(at: Self.at(31)).isEmpty)
            #expect(try await records.markAbandoned(at: Self.at(51)).map(\.interview.id) == ["active"])
            #expect(try await records.interview(.id("never")).interview.state == .inProgress)
            #expect(try await records.interview(.id("over")).interview.state == .completed)
        }
    }

    @Test("Hundreds are given up too, also when two do it at once", arguments: TestDatabase.all)
    func manyAbandoned(kind: TestDatabase) async throws {
        try await Self.run(kind) { records in
            for number in 0..<120 {
                try await records.keep(
                    Interview(
                        id: "i\(number)", plan: InterviewPlan(seed: 1),
                        details: InterviewDetails(timeOutMinutes: 1), startedAt: Self.now))
            }
            async let one = records.markAbandoned(at: Self.at(2))
            async let two = records.markAbandoned(at: Self.at(2))
            let numbers = try await one.map(\.number) + two.map(\.number)
            #expect(numbers.count == 120 && Set(numbers).count == 120)
        }
    }
}
