import HTTPTypes
import Interview
import ServerTestSupport
import Service
import Speech
import Testing

@Suite("A server without accounts", .serialized)
struct SingleUserTests {
    private static let auth = "/api/v1/auth/"

    @Test("Without accounts whoever uses this machine works alone; with the first one nobody does")
    func singleUser() async throws {
        try await AccountServer.run(allowsSingleUser: true) { server in
            for token in [nil, "YOUR_JWT_TOKEN"] {
                let me = try await server.send(.get, Self.auth + "me/", token: token)
                #expect(me.status == 200 && me["id"] == .null && me["role"] == "admin")
            }
            let all = try await server.send(.post, Self.auth + "logout/all/")
            #expect(all.status == 409)
            try await server.add("ann")
            let signedIn = try await server.login("ann")
            #expect(try await server.send(.get, Self.auth + "me/").status == 401)
            #expect(
                try await server.send(.get, Self.auth + "me/", token: signedIn.text("access")).status == 200)
        }
        try await AccountServer.run { server in
            let me = try await server.send(.get, Self.auth + "me/")
            #expect(me.status == 401)
        }
    }

    @Test(
        "Without accounts nobody is let in through a proxy or under another name",
        arguments: [
            ["X-Forwarded-For": "203.0.113.9"], ["X-Forwarded-For": "127.0.0.1"],
            ["X-Real-IP": "203.0.113.9"],
            ["Forwarded": "for=203.0.113.9"], ["Via": "1.1 proxy"], ["X-Forwarded-Proto": "https"],
            ["X-Forwarded-Host": "viva.example.com"], ["X-Client-IP": "203.0.113.9"],
            ["CF-Connecting-IP": "203.0.113.9"], ["True-Client-IP": "203.0.113.9"],
            ["X-Cluster-Client-IP": "203.0.113.9"], ["CDN-Loop": "somewhere"],
        ])
    func singleUserThroughAProxy(headers: [String: String]) async throws {
        try await AccountServer.run(allowsSingleUser: true) { server in
            for path in [Self.auth + "me/", "/api/v1/interviews/", "/api/v1/accounts/"] {
                let reply = try await server.send(.get, path, headers: headers)
                #expect(reply.status == 401 && reply.text("detail").contains("viva users add"))
                #expect(try await server.send(.get, path).status == 200)
            }
            let admin: JSONValue = [
                "username": "eve", "password": .text(AccountServer.password), "role": "admin",
            ]
            #expect(
                try await server.send(.post, "/api/v1/accounts/", admin, headers: headers).status == 401)
            for path in ["/admin/", "/admin/people/", "/admin/people/new/", "/admin/accounts/new/"] {
                let page = try await server.page(path, headers: headers)
                #expect(page.status == 401 && page.text.contains("viva users add"), "\(path)")
                #expect(!page.text.contains("form_token"))
                #expect(try await server.page(path).status == 200)
            }
            #expect(try await !server.accounts.hasAccounts())
        }
    }
}
