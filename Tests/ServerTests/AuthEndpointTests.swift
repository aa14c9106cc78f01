import Accounts
import Credentials
import Foundation
import HTTPTypes
import Interview
import Records
import Service
import Speech
import Testing

@Suite("/api/v1/auth", .serialized)
struct AuthEndpointTests {
    private static let auth = "/api/v1/auth/"

    @Test("Signing in answers with two tokens and the user")
    func login() async throws {
        try await AccountServer.run { server in
            let ann = try await server.add("ann@example.org", role: .interviewer)
            let reply = try await server.login("ann@example.org")
            #expect(reply.status == 200 && reply.names == ["access", "refresh", "user"])
            #expect(
                reply["user"] == [
                    "id": .number(Double(ann.number)), "username": "ann@example.org",
                    "email": "ann@example.org", "name": "ann@example.org", "role": "interviewer",
                    "organization_id": .null,
                    "person_id": ann.person.map { .number(Double($0)) } ?? .null,
                ])
            for path in ["me/", "me"] {
                let me = try await server.send(.get, Self.auth + path, token: reply.text("access"))
                #expect(me.status == 200 && me.json == reply["user"])
            }
            let lower = try await server.send(
                .get, Self.auth + "me/", authorization: "bearer  \(reply.text("access"))")
            #expect(lower.status == 200)
        }
    }

    @Test("Without a good token nobody gets in, and is told how")
    func unauthorized() async throws {
        try await AccountServer.run { server in
            let ann = try await server.add("ann")
            let signedIn = try await server.login("ann")
            let access = signedIn.text("access")
            let date = Date()
            let claims = AccessClaims(
                account: ann.id, session: "s", role: .admin, organization: nil, id: "t", issuedAt: date,
                expiresAt: date + 900)
            let forged = try await AccessTokens(key: TokenKey(), leewaySeconds: 30).token(claims)
            let stranger = try await AccessTokens(key: server.key, leewaySeconds: 30).token(claims)
            let none = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + access.split(separator: ".")[1] + "."
            for header in [
                nil, "", "Bearer", "Bearer ", "Basic YW5uOmFubg==", "Bearer \(access)x", "Bearer \(forged)",
                "Bearer \(stranger)", "Bearer \(none)", "Bearer \(signedIn.text("refresh"))", access,
                "Bearer " + String(repeating: "a", count: 6000),
            ] {
                let reply = try await server.send(.get, Self.auth + "me/", authorization: header)
                #expect(reply.status == 401, "\(header ?? "none")")
                #expect(reply.headers[.wwwAuthenticate] == #"Bearer realm="viva""#)
                #expect(!reply.text("detail").isEmpty)
            }
            #expect(try await server.send(.get, Self.auth + "me/", token: access).status == 200)
            #expect(try await server.send(.get, "/health").status == 200)
        }
    }

    @Test("A wrong password is refused as a name of nobody is; many are slowed down")
    func wrong() async throws {
        try await AccountServer.run { server in
            try await server.add("ann")
            var details: Set<String> = []
            for name in ["ann", "nobody"] {
                let reply = try await server.login(name, "wrong")
                #expect(reply.status == 401)
                details.insert(reply.text("detail"))
            }
            #expect(details.count == 1)
            for _ in 0..<LoginBackOff.account.freeFailures { _ = try await server.login("ann", "wrong") }
            let late = try await server.login("ann")
            #expect(late.status == 429)
            #expect((1...2).contains(Int(late.headers[.retryAfter] ?? "") ?? 0))
            for body: JSONValue in [
                ["username": "ann"], ["username": "ann", "password": ""], ["username": 7, "password": "x"],
                ["username": "ann", "password": "x", "more": 1], [], "ann",
                ["username": "a\u{0}b", "password": "x"],
            ] {
                let reply = try await server.send(.post, Self.auth + "login/", body)
                #expect(reply.status == 400, "\(body)")
            }
        }
    }

    @Test("A refresh token is good once; used again, the session ends")
    func refresh() async throws {
        try await AccountServer.run { server in
            try await server.add("ann")
            let first = try await server.login("ann")
            func refresh(_ reply: AccountServer.Reply) async throws -> AccountServer.Reply {
                try await server.send(
                    .post, Self.auth + "refresh/", ["refresh": .text(reply.text("refresh"))])
            }
            let second = try await refresh(first)
            #expect(second.status == 200 && second.names == ["access", "refresh"])
            #expect(
                try await server.send(.get, Self.auth + "me/", token: second.text("access")).status == 200)
            #expect(try await refresh(first).status == 401)
            #expect(
                try await server.send(.get, Self.auth + "me/", token: second.text("access")).status == 401)
            #expect(try await refresh(second).status == 401)
        }
    }

    @Test("Signing out, a new password and disabling end tokens at once")
    func ends() async throws {
        try await AccountServer.run { server in
            let ann = try await server.add("ann")
            func works(_ reply: AccountServer.Reply) async throws -> Bool {
                try await server.send(.get, Self.auth + "me/", token: reply.text("access")).status == 200
            }
            let (one, two) = (try await server.login("ann"), try await server.login("ann"))
            #expect(try await works(one))
            let out = try await server.send(
                .post, Self.auth + "logout/", ["refresh": .text(one.text("refresh"))])
            #expect(out.status == 204)
            #expect(try await !works(one))
            #expect(try await works(two))

            let change: JSONValue = [
                "old_password": .text(AccountServer.password), "new_password": "another mule battery",
            ]
            let short = try await server.send(
                .post, Self.auth + "password/",
                ["old_password": .text(AccountServer.password), "new_password": "short"],
                token: two.text("access"))
            #expect(short.status == 400 && short.text("detail").contains("12"))
            let changed = try await server.send(
                .post, Self.auth + "password/", change, token: two.text("access"))
            #expect(changed.status == 200 && changed.names == ["access", "refresh", "user"])
            #expect(try await !works(two))
            #expect(try await works(changed))
            #expect(try await server.login("ann").status == 401)

            let three = try await server.login("ann", "another mule battery")
            let all = try await server.send(.post, Self.auth + "logout/all/", token: three.text("access"))
            #expect(all.status == 204)
            #expect(try await !works(changed))

            let four = try await server.login("ann", "another mule battery")
            #expect(try await works(four))
            _ = try await server.accounts.administration.change(
                .number(ann.number), to: AccountEdit(state: .disabled), by: .local)
            #expect(try await !works(four))
            #expect(try await server.login("ann", "another mule battery").status == 401)
        }
    }

    @Test("An admin invites, and whoever has the code makes an account once")
    func invitations() async throws {
        try await AccountServer.run { server in
            try await server.add("boss", role: .admin)
            try await server.add("ann")
            let boss = try await server.login("boss").text("access")
            let ann = try await server.login("ann").text("access")
            let path = Self.auth + "invitations/"
            #expect(try await server.send(.post, path, ["role": "recruiter"], token: ann).status == 403)
            #expect(try await server.send(.get, path, token: ann).status == 403)
            let made = try await server.send(.post, path, ["role": "recruiter"], token: boss)
            #expect(made.status == 201 && made.names == ["code", "invitation"])
            let list = try await server.send(.get, path, token: boss)
            guard case .list(let all) = list.json else { return #expect(Bool(false), "no list") }
            #expect(all.count == 1 && all[0] == made["invitation"])

            let body: JSONValue = [
                "username": "eve", "password": .text(AccountServer.password), "name": "Eve",
                "invitation": .text(made.text("code")),
            ]
            let register = Self.auth + "register/"
            let none: JSONValue = ["username": "eve", "password": .text(AccountServer.password)]
            #expect(try await server.send(.post, register, none).status == 403)
            let eve = try await server.send(.post, register, body)
            #expect(eve.status == 201 && eve.names == ["access", "refresh", "user"])
            guard case .object(let user) = eve["user"] else { return #expect(Bool(false), "no user") }
            #expect(user["role"] == "recruiter" && user["name"] == "Eve" && user["email"] == .null)
            #expect(try await server.send(.post, register, body).status == 400)

            guard case .number(let number) = all[0].field("id") else { return #expect(Bool(false), "no id") }
            let one = path + "\(Int(number))/"
            #expect(try await server.send(.delete, one, token: ann).status == 404)
            #expect(try await server.send(.delete, one, token: boss).status == 204)
            #expect(try await server.send(.delete, one, token: boss).status == 404)
        }
    }

    @Test("An admin lists, makes, changes and closes accounts; others may not")
    func administration() async throws {
        try await AccountServer.run { server in
            try await server.add("boss", role: .admin)
            let ann = try await server.add("ann")
            let boss = try await server.login("boss").text("access")
            let own = try await server.login("ann").text("access")
            let root = "/api/v1/accounts/"
            let all = try await server.send(.get, root + "?search=ANN&limit=5", token: boss)
            guard case .list(let found) = all.json else { return #expect(Bool(false), "no list") }
            #expect(
                found.count == 1 && found[0].field("username") == "ann" && found[0].field("state") == "active"
            )
            #expect(try await server.send(.get, root + "?limit=0", token: boss).status == 400)
            guard case .list(let seen) = try await server.send(.get, root, token: own).json else {
                return #expect(Bool(false), "no list")
            }
            #expect(seen.map { $0.field("username") } == ["ann"])
            for name in ["\(ann.number)", ann.id] {
                let one = try await server.send(.get, root + name + "/", token: boss)
                #expect(one.status == 200 && one["uuid"] == .text(ann.id))
            }
            let other = root + "1/"
            #expect(try await server.send(.get, other, token: own).status == 404)
            #expect(try await server.send(.patch, other, ["role": "candidate"], token: own).status == 404)
            let mine = root + "\(ann.number)/"
            #expect(try await server.send(.patch, mine, ["role": "admin"], token: own).status == 403)
            let made = try await server.send(
                .post, root, ["username": "eve", "password": .text(AccountServer.password)], token: boss)
            #expect(made.status == 201 && made["role"] == "candidate")
            #expect(
                try await server.send(
                    .post, root, ["username": "EVE", "password": .text(AccountServer.password)], token: boss
                ).status == 409)
            let closed = try await server.send(.patch, mine, ["state": "disabled"], token: boss)
            #expect(closed.status == 200 && closed["state"] == "disabled" && closed["role"] == "candidate")
            #expect(try await server.send(.get, mine, token: own).status == 401)
            #expect(try await server.send(.patch, other, ["state": "disabled"], token: boss).status == 409)
            let reset = try await server.send(
                .post, mine + "password/", ["password": "another mule battery"], token: boss)
            #expect(reset.status == 200)
            let log = try await server.send(.get, "/api/v1/audit/?limit=3", token: boss)
            guard case .list(let lines) = log.json else { return #expect(Bool(false), "no list") }
            #expect(
                lines.map { $0.field("action") } == ["account.password", "account.disable", "account.add"])
            #expect(lines[0].field("username") == "boss" && lines[0].field("address") == "127.0.0.1")
        }
    }

    @Test("An organization that is not there is refused, and nothing of the database is told")
    func noOrganization() async throws {
        try await AccountServer.run { server in
            try await server.add("boss", role: .admin)
            let boss = try await server.login("boss").text("access")
            for (method, path, body): (HTTPRequest.Method, String, JSONValue) in [
                (
                    .post, "/api/v1/accounts/",
                    ["username": "eve", "password": .text(AccountServer.password), "organization_id": 999]
                ),
                (.post, Self.auth + "invitations/", ["organization_id": 999]),
                (.patch, "/api/v1/accounts/1/", ["organization_id": 999]),
            ] {
                let reply = try await server.send(method, path, body, token: boss)
                // Nobody moves the own account.
                #expect(reply.status == (method == .patch ? 409 : 400))
                #expect(!reply.text("detail").contains("FOREIGN"))
            }
        }
    }

    @Test("An account that sends too many requests is told when to come again")
    func limited() async throws {
        try await AccountServer.run(requestsPerMinute: 50) { server in
            try await server.add("ann")
            try await server.add("bob")
            let ann = try await server.login("ann").text("access")
            var statuses: [Int] = []
            for _ in 0..<8 {
                statuses.append(try await server.send(.get, Self.auth + "me/", token: ann).status)
            }
            #expect(statuses.prefix(5) == [200, 200, 200, 200, 200] && statuses.contains(429))
            let bob = try await server.login("bob").text("access")
            #expect(try await server.send(.get, Self.auth + "me/", token: bob).status == 200)
        }
    }
}

extension JSONValue {
    /// A field of an object.
    fileprivate func field(_ name: String) -> JSONValue? {
        guard case .object(let fields) = self else { return nil }
        return fields[name]
    }
}
