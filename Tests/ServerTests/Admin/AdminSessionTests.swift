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

/// Signing in and out on the pages for admins.
struct AdminSessionTests {
    @Test func whoeverHasNotSignedInIsSentThereAndBack() async throws {
        try await AdminServer.run { server in
            let browser = AdminBrowser(server.server)
            let sent = try await browser.open("/admin/people/?search=x")
            #expect(sent.path == "/admin/sign-in/?to=%2Fadmin%2Fpeople%2F%3Fsearch%3Dx")
            #expect(sent.page.value("to") == "/admin/people/?search=x")
            let seen = try await browser.fill(
                sent.path, ["username": "root", "password": AccountServer.password], to: "/admin/sign-in/")
            #expect(seen.status == 200)
            #expect(seen.path == "/admin/people/?search=x")
        }
    }

    @Test func nobodyIsSentToAnotherSiteBySigningIn() async throws {
        try await AdminServer.run { server in
            for target in ["//evil.example", "https://evil.example/", "/admin/\\evil.example", "/docs"] {
                let browser = AdminBrowser(server.server)
                let seen = try await browser.fill(
                    "/admin/sign-in/",
                    ["username": "root", "password": AccountServer.password, "to": target])
                #expect(seen.path == "/admin/", "\(target)")
            }
        }
    }

    @Test func theCookieIsForThePagesAlone() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("root")
            let cookie = try #require(browser.cookieHeaders.last { $0.hasPrefix("viva_admin=") })
            for part in ["Path=/admin", "HttpOnly", "SameSite=Strict", "Max-Age=43200"] {
                #expect(cookie.contains("; \(part)"), "\(cookie)")
            }
            #expect(!cookie.contains("Secure"))
            // Behind a proxy that speaks TLS it never goes in the clear.
            let reply = try await server.server.sendForPage(
                .get, "/admin/sign-in/", headers: ["X-Forwarded-Proto": "https"])
            #expect(reply.header("Set-Cookie")?.contains("; Secure") == true)
        }
    }

    @Test func aWrongPasswordIsToldAndTooManyWait() async throws {
        // No time passes, however slow the machine is.
        try await AdminServer.run(now: { Date(timeIntervalSince1970: 1_790_000_000) }) { server in
            let browser = AdminBrowser(server.server)
            for _ in 0..<LoginBackOff.account.freeFailures + 1 {
                let seen = try await browser.signIn("root", "not the password")
                #expect(seen.status == 401)
                #expect(seen.page.text.contains("The user name or the password is wrong."))
                #expect(seen.page.value("username") == "root")
                #expect(seen.page.value("password") == nil)
            }
            // The right one waits as well.
            let seen = try await browser.signIn("root")
            #expect(seen.status == 429)
            #expect(seen.reply.header("Retry-After") != nil)
            let log = try await server.records.log(
                AuditFilter(action: .login, outcome: .refused), page: .first(50))
            #expect(log.items.count >= LoginBackOff.account.freeFailures)
        }
    }

    @Test func onlyAdminsSignIn() async throws {
        try await AdminServer.run { server in
            let browser = AdminBrowser(server.server)
            let seen = try await browser.signIn("carl")
            #expect(seen.status == 403)
            #expect(seen.page.text.contains("carl is none"))
            #expect(browser.cookies["viva_admin"] == nil)
            // An access token of somebody else opens no page, and no part of the interface.
            let token = try await server.token("carl")
            for path in ["people/", "accounts/", "health/", "audit/", "recordings/orphans/"] {
                #expect(try await server.send(.get, path, token: token).status == 403, "\(path)")
            }
        }
    }

    @Test func whoeverLosesTheRoleIsToldSo() async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("ann")
            let account = try #require(try await server.records.account(login: "ann")).number
            _ = try await server.accounts.administration.change(
                .number(account), to: AccountEdit(role: .interviewer), by: .local)
            let seen = try await browser.open("/admin/people/")
            #expect(seen.status == 403)
            #expect(seen.page.text.contains("This is for admins alone."))
        }
    }

    @Test(arguments: ["sign-out", "password", "disabled", "everywhere", "deleted"])
    func aSessionEnds(_ way: String) async throws {
        try await AdminServer.run { server in
            let browser = try await server.browser("ann")
            let cookies = browser.cookies
            let number = try #require(try await server.records.account(login: "ann")).number
            let administration = server.accounts.administration
            switch way {
            case "sign-out":
                let seen = try await browser.fill("/admin/", to: "/admin/sign-out/")
                #expect(seen.path == "/admin/sign-in/")
                #expect(browser.cookies["viva_admin"] == nil)
            case "password":
                _ = try await administration.setPassword(
                    of: .number(number), to: "another mule battery", by: .local)
            case "disabled":
                _ = try await administration.change(
                    .number(number), to: AccountEdit(state: .disabled), by: .local)
            case "everywhere": _ = try await administration.endSessions(of: .number(number), by: .local)
            default: try await administration.delete(.number(number), by: .local)
            }
            // Also for whoever has kept the cookie.
            browser.take(cookies: cookies)
            let seen = try await browser.open("/admin/people/")
            #expect(seen.path.hasPrefix("/admin/sign-in/"))
        }
    }

    @Test func aForgedCookieIsNobodys() async throws {
        try await AdminServer.run { server in
            let browser = AdminBrowser(server.server)
            for value in ["", "x", "../../etc/passwd", "' OR 1=1 --", String(repeating: "a", count: 4000)] {
                browser.take(cookies: ["viva_admin": value])
                #expect(try await browser.open("/admin/").path.hasPrefix("/admin/sign-in/"), "\(value)")
            }
            // The access token of a program is no session of a browser.
            browser.take(cookies: ["viva_admin": try await server.token("root")])
            #expect(try await browser.open("/admin/").path.hasPrefix("/admin/sign-in/"))
        }
    }

    @Test func whereNobodySignsInThePagesAreOpen() async throws {
        try await withServer { server in
            let browser = AdminBrowser(server)
            let seen = try await browser.open("/admin/")
            #expect(seen.status == 200)
            #expect(seen.page.text.contains("You work alone here"))
            #expect(!seen.page.text.contains("Sign out"))
            #expect(try await browser.open("/admin/sign-in/").path == "/admin/")
            let made = try await browser.fill("/admin/people/new/", ["name": "Ann"])
            #expect(made.status == 200 && made.path.hasPrefix("/admin/people/1/"))
        }
    }
}
