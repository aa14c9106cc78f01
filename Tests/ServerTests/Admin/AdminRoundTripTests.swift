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

/// Everything is listed, found, made, changed and deleted, by programs and by people.
struct AdminRoundTripTests {
    /// A resource with what is said of a new row and of a change.
    struct Sample: Sendable, CustomTestStringConvertible {
        let resource: String
        /// What is said of a new one.
        let new: [String: JSONValue]
        /// What is changed, and what it says then.
        let change: [String: JSONValue]
        /// A text that finds it.
        let search: String

        var testDescription: String { resource }
    }

    static let samples = [
        Sample(
            resource: "organizations", new: ["name": "Müller & Söhne", "notes": "seit 1950"],
            change: ["name": "Übermut GmbH", "notes": .null], search: "übermut"),
        Sample(
            resource: "people",
            new: ["name": "山田 花子", "email": "hanako@example.org", "role": "interviewer", "notes": "a\nb"],
            change: ["name": "山田 はな", "email": .null], search: "はな"),
        Sample(
            resource: "accounts",
            new: ["username": "dora", "password": "seven blue tables", "email": "dora@example.org"],
            change: ["role": "recruiter", "state": "disabled"], search: "DORA@"),
        Sample(
            resource: "templates",
            new: ["title": "Erstes Gespräch", "kind": "hr", "question_count": 3, "tags": ["a", "b"]],
            change: ["title": "Zweites Gespräch", "duration_minutes": 45, "is_active": false, "tags": []],
            search: "zweites"),
        Sample(
            resource: "banks", new: ["name": "Käse", "category": "food", "tags": ["x"]],
            change: ["name": "Käse und Wein", "is_public": true, "category": .null], search: "wein"),
    ]

    @Test(arguments: samples)
    func programsMakeChangeAndDelete(_ sample: Sample) async throws {
        try await AdminServer.run { server in
            let token = try await server.token("root")
            let root = sample.resource + "/"
            let made = try await server.send(.post, root, .object(sample.new), token: token)
            #expect(made.status == 201)
            let number = try #require(Int64(json: made.json["id"] ?? .null))
            for (name, value) in sample.new where name != "password" {
                #expect((made.json[name] ?? .null) == value, "\(name)")
            }
            let changed = try await server.send(
                .patch, "\(root)\(number)/", .object(sample.change), token: token)
            #expect(changed.status == 200)
            for (name, value) in sample.change { #expect((changed.json[name] ?? .null) == value, "\(name)") }
            #expect(try await server.send(.get, "\(root)\(number)/", token: token).json == changed.json)

            let found = try await server.send(
                .get, "\(root)?search=\(AdminBrowser.encoded(sample.search))", token: token)
            #expect(found.json["total"] == 1)
            #expect(found.json["items"]?.elements.first?["id"] == .number(Double(number)))
            let none = try await server.send(.get, "\(root)?search=nobodyhasthis", token: token)
            #expect(none.json["items"] == [])

            #expect(try await server.send(.delete, "\(root)\(number)/", token: token).status == 204)
            #expect(try await server.send(.get, "\(root)\(number)/", token: token).status == 404)
            #expect(try await server.send(.delete, "\(root)\(number)/", token: token).status == 404)
        }
    }

    @Test(arguments: samples)
    func peopleMakeChangeAndDelete(_ sample: Sample) async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            let root = "/admin/\(sample.resource)/"
            let made = try await browser.fill(root + "new/", sample.new.mapValues(Self.typed))
            #expect(made.status == 200 && made.path.hasSuffix("/?done=made"), "\(made.page.text)")
            #expect(made.page.text.contains("It is made."))
            let here = String(made.path.prefix { $0 != "?" })

            let changed = try await browser.fill(here + "edit/", sample.change.mapValues(Self.typed))
            #expect(changed.path == here + "?done=saved", "\(changed.page.text)")
            let token = try await server.token("root")
            let json = try await server.send(.get, String(here.dropFirst("/admin/".count)), token: token).json
            for (name, value) in sample.new.merging(sample.change, uniquingKeysWith: { $1 })
            where name != "password" { #expect((json[name] ?? .null) == value, "\(name)") }
            // The form holds what is kept, and sending it again changes nothing.
            #expect(try await browser.fill(here + "edit/").path == here + "?done=unchanged")

            let found = try await browser.open(root + "?search=" + AdminBrowser.encoded(sample.search))
            #expect(found.page.links.contains(here))
            #expect(found.page.value("search") == sample.search)
            #expect(try await !browser.open(root + "?search=nobodyhasthis").page.links.contains(here))

            let asked = try await browser.open(here + "delete/")
            #expect(asked.page.all("h1").first?.text.hasPrefix("Delete ") == true)
            let deleted = try await browser.fill(here + "delete/")
            #expect(deleted.path == root + "?done=deleted")
            #expect(try await browser.open(here).status == 404)
        }
    }

    /// A value as somebody types it.
    private static func typed(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): text
        case .number(let number): "\(Int(number))"
        case .boolean(let boolean): boolean ? "true" : "false"
        case .list(let values): values.map(typed).joined(separator: "\r\n")
        case .null, .object: ""
        }
    }

    @Test func invitationsAreMadeAndTakenBack() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("ann")
            let made = try await browser.fill(
                "/admin/invitations/new/", ["email": "guest@example.org", "role": "interviewer"])
            #expect(made.status == 200)
            let code = try #require(
                made.page.text.split(separator: " ").first { $0.split(separator: "-").count == 4 })
            // The code is told this once.
            let shown = try await browser.open("/admin/invitations/1/")
            #expect(shown.page.text.contains("guest@example.org"))
            #expect(!shown.page.text.contains(code))
            let signedIn = try await server.accounts.register(
                Registration(
                    login: "guest@example.org", password: "quiet green river", invitation: String(code)),
                from: nil)
            #expect(signedIn.account.organization == server.own)
            #expect(
                try await browser.fill("/admin/invitations/1/delete/").path
                    == "/admin/invitations/?done=deleted")

            let token = try await server.token("ann")
            let again = try await server.send(
                .post, "invitations/", ["role": "candidate", "email": "other@example.org"], token: token)
            #expect(again.status == 201)
            #expect(again.json["invitation"]?["email"] == "other@example.org")
            let found = try await server.send(.get, "invitations/?search=OTHER", token: token)
            #expect(found.json["total"] == 1)
            #expect(try await server.send(.delete, "invitations/2/", token: token).status == 204)
        }
    }

    @Test func interviewsAreShownWithTheirAnswersChangedAndEnded() async throws {
        try await AdminServer.run { server in
            let person = try await server.records.keep(
                Person(id: UUID().uuidString.lowercased(), name: "Zoë Quinn")
            ).number
            var request = InterviewRequest()
            request.title = "First talk"
            request.questionCount = 0
            request.questions = [testQuestion("index", "What does an index do?")]
            request.beginning = .now
            let sheet = try await server.service.create(request, for: .local)
            _ = try await server.service.answer(
                InterviewAnswer(text: "It finds rows <b>quickly</b>."), to: sheet.questions[0].number,
                for: .local)
            let browser = try await server.browser("root")
            let here = "/admin/interviews/\(sheet.number)/"
            let shown = try await browser.open(here)
            #expect(shown.page.text.contains("What does an index do?"))
            #expect(shown.page.text.contains("It finds rows <b>quickly</b>."))
            #expect(shown.page.links.contains(here + "abandon/"))
            #expect(!shown.page.links.contains(here + "cancel/"))

            let changed = try await browser.fill(
                here + "edit/", ["title": "Second talk", "candidate_id": "\(person)", "tags": "x\r\ny"])
            #expect(changed.path == here + "?done=saved")
            #expect(changed.page.text.contains("Zoë Quinn"))
            let listed = try await browser.open("/admin/interviews/?search=zo%C3%AB")
            #expect(listed.page.links.contains(here))
            #expect(try await browser.open("/admin/interviews/?search=SECOND").page.links.contains(here))
            #expect(try await !browser.open("/admin/interviews/?state=completed").page.links.contains(here))

            let ended = try await browser.fill(here + "abandon/")
            #expect(ended.path == here + "?done=done")
            let token = try await server.token("root")
            let json = try await server.send(.get, "interviews/\(sheet.number)/", token: token).json
            #expect(json["state"] == "abandoned" && json["tags"] == ["x", "y"])
            #expect(json["questions"]?.elements.first?["answers"]?.elements.count == 1)
            let again = try await server.send(.post, "interviews/\(sheet.number)/abandon/", token: token)
            #expect(again.status == 409)
            let asked = try await browser.open(here + "delete/")
            #expect(asked.page.text.contains("1 question") && asked.page.text.contains("1 answer"))
            #expect(try await server.send(.delete, "interviews/\(sheet.number)/", token: token).status == 204)
        }
    }

    @Test func messagesAreChangedAndDeletedAndWhatWasAskedStays() async throws {
        try await AdminServer.run { server in
            var request = InterviewRequest()
            request.title = "First talk"
            request.questionCount = 0
            request.questions = [testQuestion("index", "What does an index do?")]
            request.beginning = .now
            let sheet = try await server.service.create(request, for: .local)
            _ = try await server.service.answer(
                InterviewAnswer(text: "It finds rows."), to: sheet.questions[0].number, for: .local)
            let note = try await server.service.say(
                "A <b>note</b>.", as: .interviewer, in: .number(sheet.number), for: .local)
            let browser = try await server.browser("root")
            let here = "/admin/conversations/\(note.number)/"
            let listed = try await browser.open("/admin/conversations/?interview_id=\(sheet.number)")
            #expect(listed.page.text.contains("What does an index do?"))
            #expect(listed.page.text.contains("It finds rows.") && listed.page.links.contains(here))
            let found = try await browser.open("/admin/conversations/?search=NOTE")
            #expect(found.page.links.contains(here) && !found.page.text.contains("It finds rows."))
            let changed = try await browser.fill(here + "edit/", ["message": "Another note."])
            #expect(changed.path == here + "?done=saved", "\(changed.page.text)")
            let token = try await server.token("root")
            let all =
                try await server.send(
                    .get, "conversations/?interview_id=\(sheet.number)", token: token
                ).json["items"]?.elements ?? []
            #expect(
                all.compactMap { $0["message"]?.string } == [
                    "What does an index do?", "It finds rows.", "Another note.",
                ])
            for entry in all.prefix(2) {
                let path = "conversations/\(Int(entry["id"]?.number ?? 0))/"
                #expect(try await server.send(.delete, path, token: token).status == 409)
                #expect(
                    try await server.send(.patch, path, ["message": "x"], token: token).status == 409)
            }
            #expect(
                try await browser.fill(here + "delete/").path == "/admin/conversations/?done=deleted")
            #expect(try await browser.open(here).status == 404)
            let lines = try await server.records.log(page: .first(9)).items.map(\.entry.action.rawValue)
                .filter { $0 != "login" }
            #expect(lines.prefix(2) == ["conversation.delete", "conversation.change"])
        }
    }

    @Test func reportsAreDecidedOnAndDeletedWithTheirFiles() async throws {
        try await AdminServer.run { server in
            var request = InterviewRequest()
            request.title = "Käse und Wein"
            request.questionCount = 0
            request.questions = [testQuestion("index", "What does an index do?")]
            let sheet = try await server.service.create(request, for: .local)
            let report = try await server.service.makeReport(of: .number(sheet.number), for: .local)
            let browser = try await server.browser("root")
            let here = "/admin/reports/\(report.number)/"
            #expect(try await browser.open("/admin/reports/?search=wein").page.links.contains(here))
            #expect(try await !browser.open("/admin/reports/?search=brot").page.links.contains(here))
            let decided = try await browser.fill(here + "edit/", ["decision": "accepted"])
            #expect(decided.path == here + "?done=saved", "\(decided.page.text)")
            let token = try await server.token("root")
            let accepted = try await server.send(.get, "reports/?decision=accepted", token: token)
            #expect(
                accepted.json["items"]?.elements.map { $0["interview_id"] } == [.number(Double(sheet.number))]
            )
            #expect(try await server.send(.delete, "reports/\(report.number)/", token: token).status == 204)
            #expect(try await browser.open(here).status == 404)
            #expect(try await server.service.archive.orphans().isEmpty)
            let lines = try await server.records.log(page: .first(9)).items.map(\.entry.action.rawValue)
                .filter { $0 != "login" }
            #expect(lines.prefix(2) == ["report.delete", "report.change"])
        }
    }

    @Test func plannedInterviewsAreCalledOffWithAReason() async throws {
        try await AdminServer.run { server in
            var request = InterviewRequest()
            request.questionCount = 0
            request.schedule = InterviewSchedule(start: Date(timeIntervalSinceNow: 86_400))
            let sheet = try await server.service.create(request, for: .local)
            let browser = try await server.browser("root")
            let here = "/admin/interviews/\(sheet.number)/"
            // Before its time nobody can have missed it.
            let missed = try await browser.fill(here + "no-show/")
            #expect(missed.status == 409)
            let done = try await browser.fill(here + "cancel/", ["reason": "Krank"])
            #expect(done.path == here + "?done=done", "\(done.page.text)")
            let kept = try await server.records.interview(.number(sheet.number)).interview
            #expect(kept.state == .cancelled)
        }
    }

    @Test func questionsAreAddedImportedAndChanged() async throws {
        try await AdminServer.run { server in
            let bank = try await server.records.keep(
                QuestionBankInfo(id: UUID().uuidString.lowercased(), name: "Own")
            ).number
            let browser = try await server.browser("root")
            let made = try await browser.fill(
                "/admin/questions/new/?bank_id=\(bank)",
                [
                    "text": "Why bees?", "category": "motives", "kind": "hr",
                    "key_points": "They make honey.\r\nThey pollinate.",
                ], to: "/admin/questions/new/")
            #expect(made.path.hasSuffix("?done=made"), "\(made.page.text)")
            let here = String(made.path.prefix { $0 != "?" })
            let changed = try await browser.fill(
                here + "edit/", ["key_points": "They pollinate.\r\nThey hum.", "is_active": "false"])
            #expect(changed.path == here + "?done=saved", "\(changed.page.text)")
            let number = try #require(Int64(here.split(separator: "/").last ?? ""))
            let kept = try await server.records.question(.number(number))
            #expect(kept.question.keyPoints.map(\.statement) == ["They pollinate.", "They hum."])
            #expect(kept.isActive == false && kept.question.kind == .hr)

            let bad = try await browser.fill(
                "/admin/banks/\(bank)/import/", ["text": "- text: 7\n  kind: no"])
            #expect(bad.status == 400)
            #expect(bad.page.all("p").contains { $0.attributes["id"] == "field-text-fault" })
            let text = """
                [{"text": "Why wasps?", "kind": "hr", "category": "motives", "level": "junior",
                  "keyPoints": [{"statement": "They hunt."}]}]
                """
            let imported = try await browser.fill(
                "/admin/banks/\(bank)/import/", ["text": text, "format": "json"])
            #expect(imported.status == 200 && imported.page.text.contains("added"), "\(imported.page.text)")
            #expect(try await browser.open("/admin/questions/?search=wasp").page.text.contains("Why wasps?"))
            let token = try await server.token("root")
            #expect(try await server.send(.delete, "questions/\(number)/", token: token).status == 204)
            #expect(try await server.send(.get, "banks/\(bank)/", token: token).json["questions"] == 1)
        }
    }

    @Test func whatFollowsFilesStays() async throws {
        try await AdminServer.run { server in
            let sync = try await server.records.syncBank(
                key: "viva", name: "Viva", questions: [testQuestion("index", "What does an index do?")])
            let question = try await server.records.questions(page: .first(1)).items[0].number
            try await server.records.syncTemplates([
                InterviewTemplate(
                    id: UUID().uuidString.lowercased(), key: "first", title: "First", questions: .chosen(3))
            ])
            let token = try await server.token("root")
            for path in ["banks/\(sync.bank)/", "questions/\(question)/", "templates/1/"] {
                #expect(try await server.send(.delete, path, token: token).status == 409, "\(path)")
            }
            #expect(
                try await server.send(.patch, "questions/\(question)/", ["text": "x"], token: token).status
                    == 409)
            let browser = try await server.browser("root")
            let seen = try await browser.fill("/admin/banks/\(sync.bank)/delete/")
            #expect(seen.status == 409 && seen.page.text.contains("follows files"))
        }
    }

    @Test func jobsAreTriedAgainAndCancelled() async throws {
        try await AdminServer.run { server in
            let job = try await server.records.add(
                Job(.transcript(recording: "ab", fileName: "a.wav"), account: nil))
            let browser = try await server.browser("root")
            let here = "/admin/jobs/\(job.number)/"
            let cancelled = try await browser.fill(here + "cancel/")
            #expect(cancelled.page.text.contains("An admin cancelled it."))
            #expect(
                try await browser.open("/admin/jobs/?state=failed&search=ADMIN").page.links.contains(here))
            let token = try await server.token("root")
            #expect(try await server.send(.post, "jobs/\(job.number)/cancel/", token: token).status == 409)
            let again = try await server.send(.post, "jobs/\(job.number)/retry/", token: token)
            #expect(again.json["state"] == "waiting" && again.json["reason"] == nil)
        }
    }

    @Test func accountsGetPasswordsAndAreSignedOut() async throws {
        try await AdminServer.run { server in
            let number = try #require(try await server.records.account(login: "carl")).number
            let signedIn = try await server.accounts.login(
                "carl", password: AccountServer.password, from: nil)
            let browser = try await server.browser("ann")
            let seen = try await browser.fill("/admin/accounts/\(number)/end-sessions/")
            #expect(seen.status == 200 && seen.page.text.contains("Sessions"))
            await #expect(throws: ServiceError.self) {
                _ = try await server.accounts.refresh(signedIn.refresh, from: nil)
            }
            let short = try await browser.fill("/admin/accounts/\(number)/password/", ["password": "short"])
            #expect(short.status == 400 && short.page.value("password") == "")
            let set = try await browser.fill(
                "/admin/accounts/\(number)/password/", ["password": "eleven grey doors"])
            #expect(set.path == "/admin/accounts/\(number)/?done=done")
            _ = try await server.accounts.login("carl", password: "eleven grey doors", from: nil)
        }
    }

    @Test func faultsStandBesideTheirFields() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            let seen = try await browser.fill(
                "/admin/people/new/",
                ["name": "", "email": "no address", "organization_id": "seven", "notes": "kept"])
            #expect(seen.status == 400)
            for name in ["name", "organization_id"] {
                let input = try #require(seen.page.elements.first { $0.attributes["id"] == "field-\(name)" })
                #expect(input.attributes["aria-invalid"] == "true", "\(name)")
                #expect(input.attributes["aria-describedby"]?.contains("field-\(name)-fault") == true)
                #expect(seen.page.links.contains("#field-\(name)"))
            }
            #expect(seen.page.value("email") == "no address" && seen.page.value("notes") == "kept")
            // What only the service can know.
            let email = try await browser.fill(
                "/admin/people/new/", ["name": "Ann", "email": "no address", "organization_id": "999"])
            #expect(email.status == 400)
            #expect(try await server.records.people(page: .skipping(0, count: 1)).total == 4)
        }
    }

    @Test func severalAreDeletedAtOnceAndWhatCannotBeIsTold() async throws {
        try await AdminServer.run { server in
            var numbers: [Int64] = []
            for name in ["One", "Two", "Three"] {
                numbers.append(
                    try await server.records.keep(Person(id: UUID().uuidString.lowercased(), name: name))
                        .number)
            }
            let browser = try await server.browser("root")
            let own = try #require(try await server.records.account(login: "root")?.value.person)
            let query = (numbers + [own]).map { "id=\($0)" }.joined(separator: "&")
            let path = "/admin/people/delete/"
            let seen = try await browser.fill(path + "?" + query, to: path)
            // Of a form with several fields of one name all are sent.
            #expect(seen.status == 409)
            #expect(seen.page.text.contains("Nobody deletes the own person"))
            for number in numbers {
                await #expect(throws: RecordsError.self) {
                    _ = try await server.records.person(.number(number))
                }
            }
            _ = try await server.records.person(.number(own))
        }
    }

    @Test func listsGoOnPageByPage() async throws {
        try await AdminServer.run { server in
            for number in 1...7 {
                _ = try await server.records.keep(
                    Person(id: UUID().uuidString.lowercased(), name: "Pat \(number)"))
            }
            let browser = try await server.browser("root")
            var path: String? = "/admin/people/?search=pat&limit=3"
            var seen: [String] = []
            var pages = 0
            while let here = path {
                let page = try await browser.open(here).page
                seen += page.links.filter {
                    $0.hasPrefix("/admin/people/") && $0.split(separator: "/").count == 3
                        && Int($0.split(separator: "/")[2]) != nil
                }
                path = page.all("a").first { $0.attributes["rel"] == "next" }?.attributes["href"]
                pages += 1
            }
            #expect(pages == 3 && Set(seen).count == 7 && seen.count == 7)
            let bad = try await browser.open("/admin/people/?organization_id=x")
            #expect(bad.status == 400 && bad.page.text.contains("must be a whole number"))
            #expect(try await browser.open("/admin/people/?cursor=x").status == 400)
        }
    }
}
