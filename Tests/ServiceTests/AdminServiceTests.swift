import Accounts
import Archive
import DatabaseTestSupport
import FoundationEssentials
import Interview
import InterviewTestSupport
import Recordings
import Records
import Service
import Testing

/// What admins do with rows, on each database.
struct AdminServiceTests {
    private func admin(_ test: TestService) -> AdminService {
        AdminService(
            service: test.service, administration: AccountAdministration(records: test.records))
    }

    @Test(arguments: TestDatabase.all)
    func interviewsAreFoundByWhatTheyAreCalledAndByPeople(_ kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let admin = admin(test)
            let person = try await test.records.keep(
                Person(id: UUID().uuidString.lowercased(), name: "Jürgen Groß", email: "jg@example.org")
            ).number
            for (title, candidate) in [
                ("Übung für ÄRZTE", Int64?.some(person)), ("100%_sure!", nil), ("", nil),
            ] {
                _ = try await test.records.keep(
                    Interview(
                        id: UUID().uuidString.lowercased(), plan: InterviewPlan(seed: 1),
                        details: InterviewDetails(title: title, company: "Société X", candidate: candidate),
                        startedAt: TestService.now))
            }
            for (text, count) in [
                ("übung", 1), ("ÜBUNG FÜR", 1), ("Für", 1), ("JÜRGEN", 1), ("jg@example", 1), ("%_", 1),
                ("sure!", 1), ("société", 3), ("zzz", 0), ("'", 0),
            ] {
                var filter = InterviewFilter()
                filter.text = text
                let page = try await admin.interviews(filter, page: .skipping(0, count: 10), for: .local)
                #expect(page.total == count, "\(text)")
                #expect(page.items.count == count, "\(text)")
            }
            var filter = InterviewFilter()
            filter.text = "übung"
            filter.person = person
            #expect(try await admin.interviews(filter, page: .first(5), for: .local).items.count == 1)
            filter.states = [.completed]
            #expect(try await admin.interviews(filter, page: .first(5), for: .local).items.isEmpty)
        }
    }

    @Test(arguments: TestDatabase.all)
    func resumesAreFoundByTheirWordsAndTheirPeople(_ kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let admin = admin(test)
            let id = UUID().uuidString.lowercased()
            let person = try await test.records.keep(Person(id: id, name: "Ann Smith")).number
            for (name, owner, text) in [
                ("CV Ann.pdf", String?.some(id), "Welding of bridges"), ("other.txt", nil, "cooking"),
            ] {
                _ = try await test.records.keep(
                    Resume(
                        id: UUID().uuidString.lowercased(), person: owner, fileName: name, contentHash: "00",
                        text: text,
                        profile: ResumeProfile(
                            of: text, roles: RoleFinder(roles: []), catalogue: SkillCatalogue())))
            }
            for (text, count) in [("bridge", 1), ("ann.PDF", 1), ("smith", 1), ("cook", 1), ("\"'", 0)] {
                let found = try await admin.resumes(text: text, page: .skipping(0, count: 5), for: .local)
                #expect(found.total == count && found.items.count == count, "\(text)")
            }
            #expect(try await admin.resumes(person: person, page: .first(5), for: .local).items.count == 1)
        }
    }

    @Test(arguments: TestDatabase.all)
    func jobsAreTriedAgainAndCancelled(_ kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let admin = admin(test)
            let number = try await test.records.add(
                Job(.transcript(recording: "ab", fileName: "a.wav"), account: nil), at: TestService.now
            ).number
            await #expect(throws: ServiceError.self) { try await admin.retryJob(.number(number), by: .local) }
            // A worker that has it loses it.
            let later = TestService.now + 60
            let taken = try #require(try await test.records.takeJob(until: later, at: TestService.now))
            let cancelled = try await admin.cancelJob(.number(number), by: .local)
            #expect(cancelled.state == .failed && cancelled.reason == "An admin cancelled it.")
            #expect(try await test.records.hold(taken, until: later) == false)
            try await test.records.finish(taken, text: "too late")
            #expect(try await test.records.job(.number(number)).state == .failed)
            let again = try await admin.retryJob(.number(number), by: .local)
            #expect(again.state == .waiting && again.attempts == 0 && again.reason == nil)
            #expect(try await test.records.takeJob(until: later, at: TestService.now)?.number == number)
            #expect(try await test.records.jobCounts() == [.running: 1])
        }
    }

    @Test(arguments: TestDatabase.all)
    func healthIsTold(_ kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let admin = admin(test)
            let health = try await admin.health(for: .local)
            #expect(health.database.problems.isEmpty && health.database.form == health.database.latestForm)
            #expect(health.recordings == 0 && health.jobs.isEmpty)
            let writer = try test.service.archive.vault.writer()
            try writer.append([1, 2, 3])
            let id = try writer.finish().id
            #expect(try await admin.orphans(for: .local).map(\.address) == [id.hexadecimal])
            #expect(try await admin.orphans(for: .local).first?.bytes == 3)
        }
    }

    @Test(arguments: TestDatabase.all)
    func aNameBelongsToOneOrganization(_ kind: TestDatabase) async throws {
        try await TestService.run(kind) { test in
            let admin = admin(test)
            let made = try await admin.addOrganization(name: "Straße", by: .local)
            for name in ["straße", "STRAßE", "7", "", "a\nb"] {
                await #expect(throws: ServiceError.self, "\(name)") {
                    _ = try await admin.addOrganization(name: name, by: .local)
                }
            }
            // Its own name is no obstacle.
            let number = RecordName.number(made.kept.number)
            let changed = try await admin.changeOrganization(number, ["name"], by: .local) {
                $0.name = "STRASSE"
            }
            #expect(changed.kept.value.name == "STRASSE")
        }
    }
}
