import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Records
import Testing

@Suite("Interviews that get other people", .serialized)
struct ChangedDetailsTests {
    private static func interview(_ id: String, at start: Date, _ details: InterviewDetails) -> Interview {
        Interview(
            id: id, plan: InterviewPlan(seed: 1), details: details,
            schedule: InterviewSchedule(start: start), createdAt: noon)
    }

    @Test("An interview that is given to a person counts as that person's", arguments: TestDatabase.all)
    func given(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Person(id: "ann", name: "Ann")).number
            let bob = try await records.keep(Person(id: "bob", name: "Bob")).number
            let kept = try await records.keep(testInterview([TestTurn(testQuestion("q"), "So.")]))
            func count(_ person: Int64) async throws -> Int {
                var filter = InterviewFilter()
                filter.candidate = person
                return try await records.statistics(of: filter).interviews
            }
            #expect(try await count(ann) == 0)
            let changed = try await records.changeDetails(of: [.number(kept.number)]) {
                $0.candidate = ann
                $0.title = "First"
            }
            let given = try #require(changed.first)
            #expect(given.revision == kept.revision + 1)
            #expect(try await records.interview(.number(kept.number)).interview.details.title == "First")
            #expect(try await count(ann) == 1)
            let same = try await records.changeDetails(of: [.number(kept.number)]) { $0.candidate = ann }
            #expect(same.map(\.revision) == [given.revision], "What changes nothing writes nothing.")
            try await records.changeDetails(of: [.number(kept.number)]) { $0.candidate = bob }
            let counts = try await [count(ann), count(bob)]
            #expect(counts == [0, 1])
            await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: [.number(kept.number)]) { $0.interviewer = bob }
            }
            await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: [.number(kept.number)]) { $0.candidate = 999 }
            }
            await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: [.id("none")]) { $0.candidate = ann }
            }
            try await records.changeDetails(of: [.number(kept.number)]) { $0.candidate = nil }
            #expect(try await count(bob) == 0)
        }
    }

    @Test("Who is new in a planned interview must be free; who stays need not", arguments: TestDatabase.all)
    func taken(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Person(id: "ann", name: "Ann")).number
            let bob = try await records.keep(Person(id: "bob", name: "Bob")).number
            let start = noon.addingTimeInterval(86_400)
            let first = Self.interview("first", at: start, InterviewDetails(candidate: ann))
            try await records.schedule(first, at: noon)
            let second = Self.interview("second", at: start, InterviewDetails(candidate: bob))
            try await records.schedule(second, at: noon)
            let error = await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: [.id("second")]) { $0.interviewer = ann }
            }
            guard case .conflict(let conflicts) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(conflicts.map(\.id) == ["first"] && conflicts.map(\.people) == [[ann]])
            try await records.changeDetails(of: [.id("second")], overlap: .allowed) { $0.interviewer = ann }
            try await records.changeDetails(of: [.id("second")]) { $0.title = "Both at once" }
            let kept = try await records.interview(.id("second")).interview.details
            #expect(kept.interviewer == ann && kept.title == "Both at once")
        }
    }

    @Test("Where one of several is refused, none is changed", arguments: TestDatabase.all)
    func several(kind: TestDatabase) async throws {
        try await kind.records { records in
            let ann = try await records.keep(Person(id: "ann", name: "Ann")).number
            let bob = try await records.keep(Person(id: "bob", name: "Bob")).number
            let start = noon.addingTimeInterval(86_400)
            try await records.schedule(
                Self.interview("first", at: start, InterviewDetails(candidate: ann)), at: noon)
            let second = try await records.schedule(
                Self.interview("second", at: start, InterviewDetails(candidate: bob)), at: noon)
            let names = [RecordName.id("first"), .id("second")]
            let twice = await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: names, overlap: .allowed) { $0.interviewer = bob }
            }
            guard case .asksAndAnswers(bob, second.number) = twice else {
                Issue.record("\(String(describing: twice))")
                return
            }
            try await records.changeDetails(of: names) { $0.title = "Both" }
            // Free before, whoever asks in the first is taken when the second begins.
            let eve = try await records.keep(Person(id: "eve", name: "Eve")).number
            await #expect(throws: RecordsError.self) {
                try await records.changeDetails(of: names) { $0.interviewer = eve }
            }
            for (name, person) in zip(names, [ann, bob]) {
                let details = try await records.interview(name).interview.details
                #expect(details.interviewer == nil && details.candidate == person && details.title == "Both")
            }
        }
    }
}
