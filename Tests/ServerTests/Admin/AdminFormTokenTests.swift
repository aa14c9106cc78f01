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

/// Nobody sends forms in somebody else's name.
struct AdminFormTokenTests {
    /// The organization's name that all of these try to change.
    private func name(_ server: AdminServer) async throws -> String {
        try await server.records.organization(.number(server.own)).value.name
    }

    @Test func aFormWithoutTheTokenOfItsSessionIsRefused() async throws {
        try await AdminServer.run { server in
            let path = "/admin/organizations/\(server.own)/edit/"
            let browser = try await server.browser("root")
            let other = try await server.browser("ann").token()
            let own = try await browser.token()
            #expect(other != own)
            for token in ["", "x", other, own + "=", String(own.reversed())] as [String?] + [nil] {
                let fields = [("name", "Stolen")] + (token.map { [("form_token", $0)] } ?? [])
                let seen = try await browser.post(path, fields)
                #expect(seen.status == 403, "\(token ?? "none")")
                #expect(seen.page.text.contains("Nothing was done"))
            }
            #expect(try await name(server) == "Initech")
            #expect(try await browser.post(path, [("name", "Mine"), ("form_token", own)]).status == 200)
            #expect(try await name(server) == "Mine")
        }
    }

    @Test(arguments: [
        ["Origin": "https://evil.example"], ["Origin": "null"],
        ["Origin": "", "Sec-Fetch-Site": "cross-site"], ["Origin": "", "Sec-Fetch-Site": "same-site"],
    ])
    func aFormOfAnotherSiteIsRefused(_ headers: [String: String]) async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            let token = try await browser.token()
            let reply = try await server.server.sendForPage(
                .post, "/admin/organizations/\(server.own)/edit/",
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Cookie": browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
                ].merging(headers.filter { !$0.value.isEmpty }) { $1 },
                body: "name=Stolen&form_token=\(AdminBrowser.encoded(token))")
            #expect(reply.status == 403)
            #expect(try await name(server) == "Initech")
        }
    }

    @Test func aPageThatMayUseTheInterfaceSendsNoForms() async throws {
        try await withServer({ $0.corsOrigins = ["https://app.example"] }) { server in
            let browser = AdminBrowser(server)
            let token = try await browser.token()
            let seen = try await browser.post(
                "/admin/organizations/new/", [("name", "Stolen"), ("form_token", token)],
                headers: ["Origin": "https://app.example"])
            #expect(seen.status == 403)
        }
    }

    @Test func whereNobodySignsInEveryStartHasAnotherToken() async throws {
        let first = try await withServer { try await AdminBrowser($0).token() }
        try await withServer { server in
            let browser = AdminBrowser(server)
            #expect(try await browser.token() != first)
            for token in ["", first] {
                let seen = try await browser.post(
                    "/admin/organizations/new/", [("name", "Stolen"), ("form_token", token)])
                #expect(seen.status == 403)
            }
            let records = server.server.service.archive.records
            #expect(try await records.organizations(page: .first(5)).items.isEmpty)
        }
    }

    @Test func signingInNeedsTheCookieOfThePage() async throws {
        try await AdminServer.run { server in
            let victim = AdminBrowser(server.server)
            let attacker = AdminBrowser(server.server)
            let token = try #require(try await attacker.open("/admin/sign-in/").page.value("form_token"))
            let fields = [
                ("username", "root"), ("password", AccountServer.password), ("form_token", token),
            ]
            #expect(try await victim.post("/admin/sign-in/", fields).status == 403)
            _ = try await victim.open("/admin/sign-in/")
            #expect(try await victim.post("/admin/sign-in/", fields).status == 403)
            #expect(victim.cookies["viva_admin"] == nil)
        }
    }

    @Test func lookingChangesNothing() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            let token = try await browser.token()
            for path in ["organizations/\(server.own)/delete/", "organizations/delete/", "health/tidy/"] {
                let query = "?form_token=\(AdminBrowser.encoded(token))&id=\(server.own)"
                #expect(try await browser.open("/admin/\(path)\(query)").status == 200)
            }
            #expect(try await name(server) == "Initech")
            for method in [HTTPRequest.Method.put, .patch, .delete] {
                let reply = try await server.server.sendForPage(method, "/admin/organizations/1/")
                #expect(reply.status == 405)
            }
        }
    }

    @Test func whatIsNoFormIsRefused() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            for (type, status) in [("application/json", 415), ("text/plain", 415)] {
                let seen = try await browser.post(
                    "/admin/organizations/new/", [("name", "x")], headers: ["Content-Type": type])
                #expect(seen.status == status)
            }
            let reply = try await server.server.sendForPage(
                .post, "/admin/organizations/new/",
                headers: [
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Cookie": browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
                ], body: "name=%ff%fe")
            #expect(reply.status == 400)
        }
    }
}
