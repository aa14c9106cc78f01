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

/// Whatever stands in a field, pages say it and nothing more, and databases keep it.
struct AdminEscapingTests {
    /// The second has a quotation mark and a `<` with a mark upon them, which are one character each, but are two for a browser.
    static let hostile = [
        "</textarea><script>alert(1)</script>", "x\"\u{301} autofocus onfocus=\u{301}\"alert(1) <\u{338}b>",
        "'; DROP TABLE people; --", "%_!%' OR '1'='1", "{{title}}{{{main}}}{{% CONTENT_TYPE:TEXT}}",
        "&lt;b&gt; &amp; \u{202E}gnp", "山田 ß ü é 🙂",
    ]

    @Test func everyFieldIsShownAsItIs() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            for text in Self.hostile { try await show(text, in: browser) }
            // All is still there.
            let people = try await server.records.people(page: .skipping(0, count: 1)).total
            #expect(people == 4 + Self.hostile.count)
        }
    }

    private func show(_ text: String, in browser: AdminBrowser) async throws {
        for (resource, fields, search) in [
            ("organizations", ["name", "notes"], true), ("people", ["name", "notes"], true),
            ("templates", ["title", "description", "role", "tags"], true),
            ("banks", ["name", "description", "category", "tags"], true),
        ] {
            let root = "/admin/\(resource)/"
            let typed = Dictionary(fields.map { ($0, text) }) { first, _ in first }
            let made = try await browser.fill(root + "new/", typed)
            #expect(
                made.status == 200 && made.path.hasSuffix("?done=made"), "\(resource): \(made.page.text)")
            let here = String(made.path.prefix { $0 != "?" })
            #expect(made.page.text.contains(text), "\(resource)")
            let form = try await browser.open(here + "edit/")
            for field in fields { #expect(form.page.value(field) == text, "\(resource).\(field)") }
            #expect(
                try await browser.fill(here + "edit/").path == here + "?done=unchanged", "\(resource)")
            for page in [root, here + "delete/", root + "delete/?id=\(here.split(separator: "/")[2])"] {
                #expect(try await browser.open(page).page.text.contains(text), "\(page)")
            }
            let found = try await browser.open(root + "?search=" + AdminBrowser.encoded(text))
            #expect(found.page.value("search") == text)
            #expect(!search || found.page.links.contains(here), "\(resource): \(found.page.text)")
        }
    }

    @Test func whatIsWrongIsSaidAsItIs() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            for text in Self.hostile { try await refuse(text, server, browser) }
        }
    }

    private func refuse(_ text: String, _ server: AdminServer, _ browser: AdminBrowser) async throws {
        let bad = try await browser.fill(
            "/admin/people/new/", ["name": text, "email": text, "organization_id": text])
        #expect(bad.status == 400)
        #expect(bad.page.value("email") == text && bad.page.value("organization_id") == text)
        for path in [
            "people/", "audit/", "interviews/", "jobs/", "recordings/", "resumes/", "questions/",
        ] {
            let encoded = AdminBrowser.encoded(text)
            let seen = try await browser.open("/admin/\(path)?search=\(encoded)")
            #expect(seen.status == 200 && seen.page.value("search") == text, "\(path)")
            let odd = try await browser.open("/admin/\(path)?limit=\(encoded)&cursor=\(encoded)")
            #expect(odd.status == 400, "\(path)")
        }
        for path in ["people/\(AdminBrowser.encoded("x" + text))/", AdminBrowser.encoded("x" + text)] {
            #expect(
                [400, 404].contains(
                    try await browser.open("/admin/" + path.replacing("%2f", with: "")).status))
        }
        let signedOut = AdminBrowser(server.server)
        let refused = try await signedOut.signIn(text, text)
        #expect(refused.status == 401 && refused.page.value("username") == text)
    }

    @Test func programsGetBackWhatTheySend() async throws {
        try await AdminServer.run { server in
            let token = try await server.token("root")
            for text in Self.hostile { try await send(text, server, token) }
        }
    }

    private func send(_ text: String, _ server: AdminServer, _ token: String) async throws {
        for (path, name) in [
            ("organizations/", "name"), ("people/", "name"), ("templates/", "title"), ("banks/", "name"),
        ] {
            let made = try await server.send(.post, path, .object([name: .text(text)]), token: token)
            #expect(made.status == 201 && made.json[name] == .text(text), "\(path)")
            let found = try await server.send(
                .get, path + "?search=" + AdminBrowser.encoded(text), token: token)
            #expect(found.json["total"] == 1, "\(path)")
        }
    }
}
