import DatabaseTestSupport
import Evaluation
import Foundation
import Interview
import InterviewTestSupport
import Records
import SQL
import Testing

@Suite("People in the database", .serialized)
struct PeopleTests {
    @Test("People and organizations are kept, found, changed and deleted", arguments: TestDatabase.all)
    func people(kind: TestDatabase) async throws {
        try await kind.records { records in
            let acme = try await records.keep(Organization(id: "o1", name: "  Ácme Ltd "), at: noon)
            #expect(acme.value.name == "Ácme Ltd")
            let ann = try await records.keep(
                Person(
                    id: "p1", name: "Ann Ünal", email: " Ann@Example.org ", role: .recruiter,
                    organization: acme.number), at: noon)
            let bob = try await records.keep(Person(id: "p2", name: "Bob 100%_", email: nil), at: noon)
            #expect(try await records.person(.id("p1")) == ann)
            #expect(ann.value.email == "Ann@Example.org")
            func names(_ filter: PersonFilter) async throws -> [String] {
                try await records.people(filter, page: .first(10)).items.map(\.value.name)
            }
            #expect(try await names(PersonFilter()) == ["Bob 100%_", "Ann Ünal"])
            #expect(try await names(PersonFilter(role: .recruiter)) == ["Ann Ünal"])
            #expect(try await names(PersonFilter(organization: acme.number)) == ["Ann Ünal"])
            #expect(try await names(PersonFilter(email: "ANN@example.ORG")) == ["Ann Ünal"])
            #expect(try await names(PersonFilter(text: "ÜNAL")) == ["Ann Ünal"])
            #expect(try await names(PersonFilter(text: "@EXAMPLE")) == ["Ann Ünal"])
            #expect(try await names(PersonFilter(text: "%_")) == ["Bob 100%_"])
            #expect(try await names(PersonFilter(text: "'; DROP")).isEmpty)
            #expect(try await names(PersonFilter(text: "%\u{301}")).isEmpty)
            #expect(
                try await records.organizations(text: "ácme", page: .skipping(0, count: 5)).total == 1)
            #expect(try await records.organizations(text: "zenith", page: .first(5)).items.isEmpty)

            let later = noon.addingTimeInterval(60)
            let changed = try await records.changePerson(.number(bob.number), at: later) {
                $0.email = "bob@example.org"
                $0.notes = "Asks well."
            }
            #expect(changed.updatedAt == later && changed.createdAt == noon)
            #expect(try await records.person(.number(bob.number)) == changed)
            try await records.changeOrganization(.id("o1")) { $0.name = "Acme" }
            #expect(try await records.organization(.number(acme.number)).value.name == "Acme")

            try await records.deleteOrganization(.id("o1"))
            #expect(try await records.person(.id("p1")).value.organization == nil)
            // The column is written from the value, so a number of what is gone would be refused.
            try await records.changePerson(.id("p1")) { $0.name = "Ann" }
            try await records.deletePerson(.id("p1"))
            await #expect(throws: RecordsError.self) { try await records.person(.id("p1")) }
            await #expect(throws: RecordsError.self) { try await records.deletePerson(.id("p1")) }
        }
    }

    @Test("An address names one person of an organization, whatever the case", arguments: TestDatabase.all)
    func addresses(kind: TestDatabase) async throws {
        try await kind.records { records in
            let acme = try await records.keep(Organization(id: "o1", name: "Acme"))
            try await records.keep(Person(id: "p1", name: "Ann", email: "ann@example.org"))
            await #expect {
                try await records.keep(Person(id: "p2", name: "Ann", email: "ANN@example.org"))
            } throws: {
                "\($0)".contains("ANN@example.org belongs to person 1")
            }
            try await records.keep(
                Person(id: "p3", name: "Ann", email: "ann@example.org", organization: acme.number))
            await #expect(throws: RecordsError.self) {
                try await records.changePerson(.id("p3")) { $0.organization = nil }
            }
            await #expect {
                try await records.changePerson(.id("p3")) { $0.email = "no address" }
            } throws: {
                "\($0)".hasPrefix("email: ")
            }
            try await records.changePerson(.id("p3")) { $0.email = "Ann@Example.org" }
            await #expect(throws: RecordsError.self) { try await records.keep(Person(id: "p4", name: " ")) }
        }
    }

    @Test("Of several who give one address at once one has it", arguments: TestDatabase.all)
    func addressAtOnce(kind: TestDatabase) async throws {
        try await kind.records { records in
            let kept = await withTaskGroup(of: Bool.self) { group in
                for number in 0..<6 {
                    group.addTask {
                        let person = Person(id: "p\(number)", name: "Ann", email: "ann@example.org")
                        return (try? await records.keep(person)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let counts = try await rowCounts(["people"], records)
            #expect(kept == 1 && counts == [1])
        }
    }

    @Test("An interview names no person who is gone", arguments: TestDatabase.all)
    func interviewOfNobody(kind: TestDatabase) async throws {
        try await kind.records { records in
            let person = try await records.keep(Person(id: "p", name: "Ann"))
            let interview = try testInterview(
                [TestTurn(testQuestion("q"), "Because.")], id: "i",
                details: InterviewDetails(candidate: person.number))
            try await records.keep(interview)
            try await records.deletePerson(.id("p"))
            let kept = try await records.interview(.id("i"))
            #expect(kept.interview.details.candidate == nil)
            try await records.change(.id("i")) { $0.details.title = "Changed" }
        }
    }

    @Test("Resumes are kept with their person and their file", arguments: TestDatabase.all)
    func resumes(kind: TestDatabase) async throws {
        try await kind.records { records in
            let person = try await records.keep(Person(id: "p", name: "Ann"))
            let resume = testResume("r1", person: "p", text: "I wrote compilers in Swift.")
            let kept = try await records.keep(resume, file: "vault:1", at: noon)
            #expect(try await records.resume(.id("r1")) == kept)
            try await records.keep(testResume("r2", text: "Other"), file: "vault:1")
            #expect(
                try await records.resumes(person: person.number, page: .first(5)).items.map(\.value) == [
                    resume
                ])
            #expect(
                try await records.resumes(contentHash: "hash r2", page: .first(5)).items.map(\.value.id) == [
                    "r2"
                ])
            await #expect(throws: RecordsError.self) {
                try await records.keep(testResume("r3", person: "nobody", text: ""))
            }
            #expect(
                try await records.search("compiler", page: .first(5)).items.map(\.number) == [kept.number])
            // The file has another name in the second resume.
            #expect(try await records.deletePerson(.id("p")).isEmpty)
            #expect(try await records.search("compiler", page: .first(5)).items.isEmpty)
            #expect(try await records.deleteResume(.id("r2")) == ["vault:1"])
            #expect(try await rowCounts(["resumes", "search_texts"], records) == [0, 0])
        }
    }
}

/// A resume for tests; nothing is found in its text.
func testResume(_ id: String, person: String? = nil, text: String) -> Resume {
    Resume(
        id: id, person: person, fileName: "\(id).pdf", contentHash: "hash \(id)", text: text,
        profile: ResumeProfile(of: text, roles: RoleFinder(roles: []), catalogue: SkillCatalogue()))
}
