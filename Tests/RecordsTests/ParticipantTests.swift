import DatabaseTestSupport
import Foundation
import Interview
import InterviewTestSupport
import Records
import Testing

@Suite struct ParticipantTests {
    private static func person(_ id: String, _ role: PersonRole) -> Person {
        Person(id: id, name: id.uppercased(), role: role)
    }

    @Test(arguments: TestDatabase.all)
    func interviewersAndStudentsAreNumberedApart(kind: TestDatabase) async throws {
        try await kind.records { records in
            try await records.keep(Self.person("boss", .admin))
            let john = try await records.keep(Self.person("john", .interviewer), as: .interviewer)
            let jane = try await records.keep(Self.person("jane", .candidate), as: .student)
            #expect(john.number == 1)
            #expect(jane.number == 1)
            #expect(jane.person.number == 3)
            #expect(try await records.participant(.id("jane"), as: .student) == jane)
            await #expect(throws: RecordsError.self) {
                try await records.participant(.number(2), as: .student)
            }
            await #expect(throws: RecordsError.self) {
                try await records.participant(.id("jane"), as: .interviewer)
            }
            // Whoever asks or answers once is numbered, and stays so.
            let interview = Interview(
                id: "i", plan: InterviewPlan(seed: 1),
                details: InterviewDetails(candidate: 1, interviewer: 3), startedAt: noon)
            let number = try await records.keep(interview).number
            #expect(try await records.participant(.id("boss"), as: .student).number == 2)
            #expect(try await records.participant(.id("jane"), as: .interviewer).number == 2)
            try await records.changeDetails(of: [.number(number)]) { $0.candidate = 2 }
            #expect(try await records.participant(.id("john"), as: .student).number == 3)
            let head = try await records.interviewHead(.id("i"))
            #expect(head.student?.number == 3)
            #expect(head.student?.name == "JOHN")
            #expect(head.interviewer?.name == "JANE")
            try await records.changePerson(.id("boss")) { $0.role = .interviewer }
            #expect(try await records.participant(.id("boss"), as: .interviewer).number == 3)

            let page = try await records.participants(as: .student, page: .skipping(1, count: 1))
            #expect(page.items.map(\.number) == [2])
            #expect(page.total == 3)
            try await records.deletePerson(.id("jane"))
            let left = try await records.participants(as: .student, page: .first(9))
            #expect(left.items.map(\.number) == [2, 3])
            let next = try await records.keep(Self.person("ann", .candidate), as: .student)
            #expect(next.number == 4, "No number is given twice.")
        }
    }

    @Test(arguments: TestDatabase.all)
    func listsShowThoseWhoMayBeSeen(kind: TestDatabase) async throws {
        try await kind.records { records in
            let one = try await records.keep(Organization(id: "o", name: "One")).number
            for name in ["a", "b"] {
                var person = Self.person(name, .candidate)
                person.organization = name == "a" ? one : nil
                try await records.keep(person)
            }
            let page = try await records.participants(
                as: .student, reach: .organization(one, person: nil), page: .skipping(0, count: 9))
            #expect(page.items.map(\.person.value.id) == ["a"])
            #expect(page.total == 1)
            let own = try await records.participants(
                as: .student, reach: .person(2), page: .skipping(0, count: 9))
            #expect(own.items.map(\.person.value.id) == ["b"])
        }
    }
}
