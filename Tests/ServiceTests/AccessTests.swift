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
    func anInterviewIsNotMovedToWhomOneMayNotName(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let two = try await test.records.keep(Organization(id: "p", name: "Other")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let bob = try await test.somebody("Bob", .candidate, of: two)
            let rita = try await test.somebody("Rita", .recruiter, of: one)
            let ivan = try await test.somebody("Ivan", .interviewer, of: one)
            let name = RecordName.number(try await test.begun(1, for: ann).number)
            let before = try await test.service.interview(name, for: ann).interview.details
            for (requester, change) in [
                (ann, { @Sendable (details: inout InterviewDetails) in details.organization = two }),
                (ann, { @Sendable in $0.organization = nil }),
                (ann, { @Sendable in $0.candidate = nil }),
                (ann, { @Sendable in $0.candidate = rita.person }),
                (ann, { @Sendable in $0.interviewer = ann.person }),
                (rita, { @Sendable in $0.candidate = bob.person }),
                (rita, { @Sendable in $0.interviewer = bob.person }),
                (rita, { @Sendable in $0.organization = 999 }),
                (rita, { @Sendable in $0.resume = 999 }),
                (.local, { @Sendable in $0.organization = 999 }),
            ] as [(Requester, @Sendable (inout InterviewDetails) -> Void)] {
                #expect(
                    await outcome { _ = try await test.service.change(name, for: requester, change) } != .done
                )
                #expect(try await test.service.interview(name, for: ann).interview.details == before)
            }
            let ask = ivan.person
            let changed = try await test.service.change(name, for: rita) { $0.interviewer = ask }
            #expect(changed.interview.details.interviewer == ask)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatIsInNoOrganizationIsNotOfThoseInNone(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let ann = try await test.somebody("Ann", .candidate)
            let free = try await test.begun(1, for: ann)
            for role in [PersonRole.recruiter, .interviewer] {
                let lone = try await test.somebody("Lone \(role)", role)
                #expect(
                    await outcome { _ = try await test.service.interview(.number(free.number), for: lone) }
                        == .notFound)
                let page = try await test.service.interviews(page: .skipping(0, count: 5), for: lone)
                #expect(page.total == 0)
                #expect(
                    await outcome {
                        _ = try await test.service.person(.number(try #require(ann.person)), for: lone)
                    } == .notFound)
                let people = try await test.service.people(page: .skipping(0, count: 5), for: lone)
                #expect(people.items.map { $0.number } == [lone.person])
            }
            #expect(
                await outcome { _ = try await test.service.interview(.number(free.number), for: ann) }
                    == .done)
        }
    }

    @Test(arguments: TestDatabase.all)
    func whatOthersDoWithAnInterviewIsInTheLog(kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let one = try await test.records.keep(Organization(id: "o", name: "Initech")).number
            let ann = try await test.somebody("Ann", .candidate, of: one)
            let account = try await test.records.keep(
                Account(
                    id: "r", login: LoginName("rita"), role: .recruiter, organization: one, passwordHash: "h",
                    passwordSetAt: TestService.now))
            let rita = Requester(account: account.number, person: nil, role: .recruiter, organization: one)
            let own = try await test.begun(1, for: ann)
            try await test.service.delete(.number(own.number), for: ann, from: "192.0.2.1")
            let local = try await test.begun(1)
            try await test.service.delete(.number(local.number), for: .local)
            #expect(try await test.records.log(page: .first(9)).items.isEmpty)

            let other = try await test.begun(1, for: ann)
            try await test.service.cancel(.number(other.number), for: rita, from: "192.0.2.7")
            try await test.service.delete(.number(other.number), for: rita, from: "192.0.2.7")
            let lines = try await test.records.log(page: .first(9)).items.map(\.entry)
            #expect(lines.map(\.action) == [.deleteInterview, .cancelInterview])
            for line in lines {
                #expect(line.account == account.number && line.organization == one)
                #expect(line.resource == .interview && line.number == other.number)
                #expect(line.address == "192.0.2.7")
            }
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
