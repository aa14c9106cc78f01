import Accounts
import DatabaseTestSupport
import Foundation
import Interview
import Records
import Service
import Testing

/// Each interview only for its people.
@Suite struct AccessTests {
    private enum Outcome: Equatable {
        case done, notFound, notAllowed, other
    }

    private func outcome(_ work: () async throws -> Void) async -> Outcome {
        do {
            try await work()
            return .done
        } catch {
            return switch ServiceError(error) {
            case .notFound: .notFound
            case .notAllowed: .notAllowed
            default: .other
            }
        }
    }

    @Test(arguments: TestDatabase.all)
    func whoMaySeeAndWhoMayDo(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let service = test.service
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let two = try await test.records.keep(Organization(id: "p", name: "Other")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let bob = try await test.somebody("Bob", .candidate, of: one)
            let recruiter = try await test.somebody("Rita", .recruiter, of: one)
            let foreign = try await test.somebody("Fred", .recruiter, of: two)
            let interviewer = try await test.somebody("Ivan", .interviewer, of: one)
            let sheet = try await test.begun(2, for: ann)
            #expect(sheet.interview.details.candidate == ann.person)
            #expect(sheet.interview.details.organization == one)
            let name = RecordName.number(sheet.number)
            let question = sheet.questions[0].number
            for (requester, sees, answers, deletes) in [
                (ann, Outcome.done, Outcome.done, Outcome.done), (bob, .notFound, .notFound, .notFound),
                (recruiter, .done, .notAllowed, .done), (foreign, .notFound, .notFound, .notFound),
                (interviewer, .notFound, .notFound, .notFound),
            ] {
                #expect(await outcome { _ = try await service.interview(name, for: requester) } == sees)
                #expect(await outcome { _ = try await service.question(question, for: requester) } == sees)
                #expect(
                    await outcome {
                        _ = try await service.answer(TestService.answer, to: question, for: requester)
                    } == answers)
                #expect(
                    await outcome { _ = try await service.conversation(of: name, for: requester) } == sees)
                let page = try await service.interviews(page: .skipping(0, count: 5), for: requester)
                #expect(page.total == (sees == .done ? 1 : 0))
                #expect(
                    try await service.statistics(for: requester).interviews == (sees == .done ? 1 : 0))
                if deletes != .done {
                    #expect(await outcome { try await service.delete(name, for: requester) } == deletes)
                }
            }
            #expect(await outcome { try await service.delete(name, for: recruiter) } == .done)
            #expect(await outcome { _ = try await service.interview(name, for: ann) } == .notFound)
        }
    }

    @Test(arguments: TestDatabase.all)
    func nobodyIsGivenAnInterviewByWhoMayNot(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let bob = try await test.somebody("Bob", .candidate, of: one)
            let recruiter = try await test.somebody("Rita", .recruiter, of: one)
            let candidate = ann.person
            let refused = await outcome { _ = try await test.begun(1, candidate: candidate, for: bob) }
            #expect(refused != .done)
            let made = try await test.begun(1, candidate: candidate, for: recruiter)
            #expect(made.interview.details.candidate == ann.person)
            #expect(
                await outcome {
                    _ = try await test.service.answer(
                        TestService.answer, to: made.questions[0].number, for: ann)
                } == .done)
            let resume = try await test.records.keep(
                Resume(
                    id: "r",
                    person: try await test.records.person(.number(try #require(ann.person))).value.id,
                    fileName: "a.txt", contentHash: "h", text: "I know SQL.",
                    profile: ResumeProfile(
                        of: "I know SQL.", roles: RoleFinder(roles: []), catalogue: SkillCatalogue())))
            var request = InterviewRequest()
            request.resume = .number(resume.number)
            request.questionCount = 1
            let wish = request
            #expect(await outcome { _ = try await test.service.create(wish, for: bob) } == .other)
            let own = try await test.service.create(wish, for: ann)
            #expect(own.interview.details.resume == resume.number)
            #expect(
                own.interview.plan.preferences.skills?.isEmpty == false, "The resume steers the questions.")
        }
    }

    @Test(arguments: TestDatabase.all)
    func peopleAreListedForThoseWhoMaySeeThem(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let rita = try await test.somebody("Rita", .recruiter, of: one)
            let bob = try await test.somebody("Bob", .candidate)
            func names(_ requester: Requester) async throws -> [String] {
                let page = try await test.service.people(page: .skipping(0, count: 9), for: requester)
                #expect(page.total == page.items.count)
                return page.items.map(\.value.name).sorted()
            }
            #expect(try await names(ann) == ["Ann"])
            #expect(try await names(bob) == ["Bob"])
            #expect(try await names(rita) == ["Ann", "Rita"])
            #expect(try await names(.local) == ["Ann", "Bob", "Rita"])
        }
    }
}
