import Accounts
import Archive
import Credentials
import Evaluation
import FoundationEssentials
import HTTPTypes
import Interview
import InterviewTestSupport
import Recordings
import Records
import Server
import ServerTestSupport
import Service
import Speech
import Testing
import Web

/// The admin of an organization has to do with what belongs to it alone.
struct AdminReachTests {
    /// Rows of both organizations, by resource: the own one first.
    private func rows(_ server: AdminServer) async throws -> [String: (own: Int64, foreign: Int64)] {
        let records = server.records
        func both(_ make: (Int64) async throws -> Int64) async throws -> (own: Int64, foreign: Int64) {
            (try await make(server.own), try await make(server.foreign))
        }
        func id() -> String { UUID().uuidString.lowercased() }
        let people = try await both { organization in
            try await records.keep(Person(id: id(), name: "Pat", organization: organization)).number
        }
        let interviews = try await both { organization in
            try await records.keep(
                Interview(
                    id: id(), plan: InterviewPlan(seed: 1),
                    details: InterviewDetails(organization: organization),
                    startedAt: Date(timeIntervalSince1970: 1_790_000_000))
            ).number
        }
        let banks = try await both { organization in
            try await records.keep(QuestionBankInfo(id: id(), name: "Bank", organization: organization))
                .number
        }
        return [
            "organizations": (server.own, server.foreign), "people": people, "interviews": interviews,
            "banks": banks,
            "questions": (
                try await records.addQuestion(testQuestion("a", "A?"), to: .number(banks.own)).number,
                try await records.addQuestion(testQuestion("b", "B?"), to: .number(banks.foreign)).number
            ),
            "templates": try await both { organization in
                try await records.keep(
                    InterviewTemplate(
                        id: id(), title: "T", questions: .chosen(3), organization: organization)
                ).number
            },
            "accounts": (
                try #require(try await records.account(login: "carl")).number,
                try #require(try await records.account(login: "fred")).number
            ),
            "invitations": try await both { organization in
                try await server.accounts.administration.invite(
                    role: .candidate, organization: organization, by: .local
                ).invitation.number
            },
            "resumes": (
                try await resume(of: people.own, records), try await resume(of: people.foreign, records)
            ),
            "reports": try await (
                records.addReport(of: .number(interviews.own)).number,
                records.addReport(of: .number(interviews.foreign)).number
            ),
            "conversations": try await (
                message(in: interviews.own, records), message(in: interviews.foreign, records)
            ),
            "jobs": (
                try await records.add(Job(.answer(interview: interviews.own, turn: 1, take: 1), account: nil))
                    .number,
                try await records.add(
                    Job(.answer(interview: interviews.foreign, turn: 1, take: 1), account: nil)
                ).number
            ),
        ]
    }

    private func message(in interview: Int64, _ records: Records) async throws -> Int64 {
        try await records.say(
            Message(speaker: .candidate, text: "Wait.", date: Date(timeIntervalSince1970: 1_790_000_000)),
            in: .number(interview)
        ).number
    }

    private func resume(of person: Int64, _ records: Records) async throws -> Int64 {
        let id = try await records.person(.number(person)).value.id
        return try await records.keep(
            Resume(
                id: UUID().uuidString.lowercased(), person: id, fileName: "cv.txt", contentHash: "00",
                text: "welding",
                profile: ResumeProfile(
                    of: "welding", roles: RoleFinder(roles: []), catalogue: SkillCatalogue()))
        ).number
    }

    @Test func rowsOfOthersAreNotThere() async throws {
        try await AdminServer.run { server in
            let rows = try await rows(server)
            let ann = try await server.token("ann")
            let root = try await server.token("root")
            let browser = try await server.browser("ann")
            for (resource, (own, foreign)) in rows {
                #expect(
                    try await server.send(.get, "\(resource)/\(own)/", token: ann).status == 200,
                    "\(resource)")
                #expect(
                    try await server.send(.get, "\(resource)/\(foreign)/", token: root).status == 200,
                    "\(resource)")
                #expect(
                    try await server.send(.get, "\(resource)/\(foreign)/", token: ann).status == 404,
                    "\(resource)")
                let listed =
                    try await server.send(.get, "\(resource)/", token: ann).json["items"]?.elements ?? []
                let numbers = listed.compactMap { Int64(json: $0["id"] ?? .null) }
                #expect(numbers.contains(own) && !numbers.contains(foreign), "\(resource)")
                // A filter does not widen what is seen.
                let asked = try await server.send(
                    .get, "\(resource)/?organization_id=\(server.foreign)", token: ann)
                #expect(
                    asked.json["items"]?.elements.contains { $0["id"] == .number(Double(foreign)) } == false,
                    "\(resource)")
                for method in [HTTPRequest.Method.patch, .delete] {
                    let status = try await server.send(
                        method, "\(resource)/\(foreign)/", method == .patch ? [:] : nil, token: ann
                    ).status
                    #expect(status == 404 || status == 405, "\(method) \(resource)")
                }
                for page in ["", "edit/", "delete/"]
                where !(page == "edit/" && ["resumes", "jobs", "invitations"].contains(resource))
                    && !(page == "delete/" && resource == "jobs")
                {
                    let seen = try await browser.open("/admin/\(resource)/\(foreign)/\(page)")
                    #expect(seen.status == 404, "\(resource) \(page)")
                    #expect(
                        try await browser.open("/admin/\(resource)/\(own)/\(page)").status == 200,
                        "\(resource) \(page)")
                }
            }
            #expect(
                try await server.send(.post, "jobs/\(rows["jobs"]?.foreign ?? 0)/cancel/", token: ann).status
                    == 404)
            #expect(
                try await server.send(
                    .post, "interviews/\(rows["interviews"]?.foreign ?? 0)/abandon/", token: ann
                )
                .status == 404)
        }
    }

    @Test func nothingIsMovedToOthersOrMadeForThem() async throws {
        try await AdminServer.run { server in
            let rows = try await rows(server)
            let ann = try await server.token("ann")
            let foreign = JSONValue.number(Double(server.foreign))
            for resource in ["people", "interviews", "banks", "templates"] {
                let own = rows[resource]?.own ?? 0
                for organization in [foreign, .null] {
                    let status = try await server.send(
                        .patch, "\(resource)/\(own)/", ["organization_id": organization], token: ann
                    ).status
                    #expect(status == 400, "\(resource)")
                }
            }
            #expect(
                try await server.send(
                    .patch, "accounts/\(rows["accounts"]?.own ?? 0)/", ["organization_id": foreign],
                    token: ann
                ).status == 403)
            for (path, body) in [
                ("people/", ["name": "X", "organization_id": foreign]),
                ("banks/", ["name": "X", "organization_id": foreign]),
                ("templates/", ["title": "X", "organization_id": foreign]),
            ] as [(String, JSONValue)] {
                #expect(try await server.send(.post, path, body, token: ann).status == 400, "\(path)")
            }
            #expect(
                try await server.send(
                    .patch, "interviews/\(rows["interviews"]?.own ?? 0)/",
                    ["candidate_id": .number(Double(rows["people"]?.foreign ?? 0))], token: ann
                ).status == 400)
            #expect(
                try await server.send(
                    .post, "questions/",
                    [
                        "bank_id": .number(Double(rows["banks"]?.foreign ?? 0)), "text": "x", "category": "y",
                    ], token: ann
                ).status == 400)
            // What is left out is the own organization.
            let made = try await server.send(.post, "people/", ["name": "X"], token: ann)
            #expect(made.json["organization_id"] == .number(Double(server.own)))
        }
    }

    @Test func whatConcernsTheWholeServerIsForItsAdmins() async throws {
        try await AdminServer.run { server in
            let ann = try await server.token("ann")
            let root = try await server.token("root")
            for (method, path) in [
                (.get, "health/"), (.post, "health/tidy/"), (.post, "health/check/"),
                (.get, "recordings/orphans/"), (.delete, "recordings/orphans/"),
            ] as [(HTTPRequest.Method, String)] {
                #expect(try await server.send(method, path, token: ann).status == 403, "\(path)")
                #expect(try await server.send(method, path, token: root).status == 200, "\(path)")
            }
            #expect(try await server.send(.post, "organizations/", ["name": "X"], token: ann).status == 403)
            #expect(try await server.send(.delete, "organizations/\(server.own)/", token: ann).status == 403)
            let browser = try await server.browser("ann")
            #expect(try await browser.open("/admin/health/").status == 403)
            let list = try await browser.open("/admin/organizations/").page
            #expect(!list.links.contains("/admin/organizations/new/"))
            #expect(try await !browser.open("/admin/").page.links.contains("/admin/health/"))
            let all = try await server.browser("root")
            let health = try await all.open("/admin/health/")
            #expect(health.status == 200 && health.page.text.contains("1.2.3"))
            for work in ["check", "tidy", "orphans"] {
                let seen = try await all.fill("/admin/health/", to: "/admin/health/\(work)/")
                #expect(seen.status == 200, "\(work): \(seen.page.text)")
            }
        }
    }

    @Test func recordingsAreListedWithWhoseTheyAre() async throws {
        try await AdminServer.run { server in
            let person = try await server.records.keep(
                Person(id: UUID().uuidString.lowercased(), name: "Ann Smith", organization: server.own)
            ).number
            for (organization, candidate, name) in [
                (server.own, Int64?.some(person), "answers/01-1.wav"),
                (server.foreign, nil, "answers/02-1.wav"),
            ] {
                _ = try await server.records.keep(
                    Interview(
                        id: UUID().uuidString.lowercased(), plan: InterviewPlan(seed: 1),
                        details: InterviewDetails(organization: organization, candidate: candidate),
                        startedAt: Date(timeIntervalSince1970: 1_790_000_000)),
                    recordings: [
                        KeptRecording(name: name, address: String(repeating: "a", count: 64), bytes: 32_044),
                        KeptRecording(
                            name: "answers/03-1.wav", address: String(repeating: "b", count: 64), bytes: 9),
                    ])
            }
            let own = try await server.send(.get, "recordings/", token: try await server.token("ann"))
            #expect(own.json["total"] == 2)
            #expect(
                own.json["items"]?.elements.allSatisfy { $0["candidate_id"] == .number(Double(person)) }
                    == true)
            let root = try await server.token("root")
            let found = try await server.send(.get, "recordings/?search=smith&limit=1", token: root).json
            #expect(found["total"] == 2)
            let next = try #require(found["next"]?.string)
            let rest = try await server.send(
                .get, "recordings/?search=smith&limit=1&cursor=\(next)", token: root
            ).json
            #expect(rest["items"]?.elements.count == 1 && rest["next"] == nil)
            #expect(rest["items"] != found["items"])
            let browser = try await server.browser("root")
            let page = try await browser.open("/admin/recordings/").page
            #expect(page.text.contains("32.0 kB") && page.text.contains("Ann Smith"))
        }
    }

    @Test func whatAdminsDoStandsInTheLog() async throws {
        try await AdminServer.run { server in
            let rows = try await rows(server)
            let ann = try await server.token("ann")
            let own = { (resource: String) in rows[resource]?.own ?? 0 }
            _ = try await server.send(
                .patch, "people/\(own("people"))/", ["name": "Secret Name", "notes": "n"], token: ann)
            for resource in ["questions", "banks", "templates", "resumes", "interviews", "people"] {
                #expect(
                    try await server.send(.delete, "\(resource)/\(own(resource))/", token: ann).status == 204,
                    "\(resource)")
            }
            let lines =
                try await server.send(.get, "audit/?limit=100", token: ann).json["items"]?.elements ?? []
            let number = try #require(try await server.records.account(login: "ann")).number
            for action in [
                "person.change", "question.delete", "bank.delete", "template.delete", "resume.delete",
                "interview.delete", "person.delete",
            ] {
                let line = lines.first { $0["action"] == .text(action) }
                #expect(line?["account_id"] == .number(Double(number)), "\(action)")
                #expect(line?["address"] == "127.0.0.1", "\(action)")
            }
            #expect(lines.first { $0["action"] == "person.change" }?["detail"] == "name, notes")
            #expect(!"\(lines)".contains("Secret Name"))
            // The other organization's admin reads none of it.
            let others = try await server.send(
                .get, "audit/?search=person", token: try await server.token("fred"))
            #expect(others.json["items"] == [])
        }
    }

    @Test func theLogLeadsToNoAccountThatIsNotThere() async throws {
        try await AdminServer.run { server in
            let own = try await rows(server)["interviews"]?.own ?? 0
            // Who looks after all belongs to no organization.
            let root = try await server.token("root")
            #expect(try await server.send(.post, "interviews/\(own)/abandon/", token: root).status == 200)
            let browser = try await server.browser("ann")
            let log = try await browser.open("/admin/audit/")
            #expect(log.page.text.contains("root"))
            let links = log.page.all("a").compactMap { $0.attributes["href"] }
                .filter { $0.hasPrefix("/admin/accounts/") && $0 != "/admin/accounts/" }
            #expect(!links.isEmpty, "Her own is there.")
            for link in Set(links) { #expect(try await browser.open(link).status == 200, "\(link)") }
        }
    }

    @Test func nobodyIsDeletedOrErasedWithInterviewsOfOthers() async throws {
        try await AdminServer.run { server in
            // An interview stays with the organization that held it when its candidate moves to another one.
            let person = try await server.records.keep(
                Person(id: UUID().uuidString.lowercased(), name: "Pat", organization: server.foreign)
            ).number
            let interview = try await server.records.keep(
                Interview(
                    id: UUID().uuidString.lowercased(), plan: InterviewPlan(seed: 1),
                    details: InterviewDetails(organization: server.own, candidate: person),
                    startedAt: Date(timeIntervalSince1970: 1_790_000_000))
            ).number
            let ann = try await server.token("ann")
            let fred = try await server.token("fred")
            let root = try await server.token("root")
            let shown = try await server.send(.get, "people/\(person)/", token: fred)
            #expect(shown.status == 200 && shown.json["interviews"] == 0)
            for (method, path) in [(HTTPRequest.Method.post, "erase/"), (.delete, "")] {
                let refused = try await server.send(method, "people/\(person)/\(path)", token: fred)
                #expect(refused.status == 409)
                #expect(refused.json["detail"]?.string?.contains("admin of the whole server") == true)
            }
            #expect(try await server.send(.get, "people/\(person)/", token: fred).status == 200)
            #expect(try await server.send(.get, "interviews/\(interview)/", token: ann).status == 200)
            #expect(
                try await server.send(.get, "people/\(person)/", token: root).json["interviews"] == 1)
            let erased = try await server.send(.post, "people/\(person)/erase/", token: root)
            #expect(erased.status == 200 && erased.json["interviews"] == 1)
        }
    }

    @Test func interviewsThatAreCalledOffOrDeletedAreLoggedOnceForTheirOrganization() async throws {
        try await AdminServer.run { server in
            let interview = try await rows(server)["interviews"]?.own ?? 0
            let ann = try await server.token("ann")
            let root = try await server.token("root")
            #expect(
                try await server.send(.post, "interviews/\(interview)/abandon/", token: ann).status == 200)
            #expect(try await server.send(.delete, "interviews/\(interview)/", token: root).status == 204)
            let lines =
                try await server.send(.get, "audit/?resource=interview", token: ann).json["items"]?.elements
                ?? []
            #expect(lines.map { $0["action"]?.string } == ["interview.delete", "interview.cancel"])
            #expect(lines.allSatisfy { $0["address"] == "127.0.0.1" })
        }
    }

    @Test func aFilterByAnotherOrganizationShowsNothing() async throws {
        try await AdminServer.run { server in
            _ = try await rows(server)
            let ann = try await server.token("ann")
            for resource in ["people", "interviews", "banks", "questions", "templates", "accounts"] {
                for (organization, isEmpty) in [(server.own, false), (server.foreign, true)] {
                    let list = try await server.send(
                        .get, "\(resource)/?organization_id=\(organization)", token: ann)
                    #expect(list.json["items"]?.elements.isEmpty == isEmpty, "\(resource) \(organization)")
                }
            }
        }
    }
}
