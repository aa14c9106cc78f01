import Accounts
import FoundationEssentials
import Hummingbird
import NIOCore
import Records
import Service
import Web

/// Signing in and out, and making accounts: `/api/v1/auth/`.
struct AuthEndpoints: Sendable {
    /// Signs in and out.
    let accounts: AccountService

    private static let tag = "auth"
    private static let root = "/api/v1/auth/"
    private static let wrong = [401: "The user name, the password or the token is not good."]

    var endpoints: [Endpoint] { signing + own + invitations }

    private var signing: [Endpoint] {
        [
            Endpoint(
                .post, Self.root + "login/", of: Self.tag, "Sign in", name: "login", access: .everybody,
                body: AuthForms.credentials, reply: .one(AuthForms.signedIn),
                refusals: Self.wrong.merging([409: "There are no accounts here."]) { $1 }
            ) { call in
                try await requireAccounts()
                return try await accounts.login(
                    call.body[AuthForms.login], password: call.body[AuthForms.password], from: call.address)
            },
            Endpoint(
                .post, Self.root + "refresh/", of: Self.tag, "Get new tokens", name: "refreshTokens",
                access: .everybody, body: AuthForms.refreshing, reply: .one(AuthForms.tokens),
                refusals: Self.wrong
            ) { call in
                try await accounts.refresh(call.body[AuthForms.refresh], from: call.address)
            },
            Endpoint(
                .post, Self.root + "logout/", of: Self.tag, "End a session", name: "logout",
                access: .everybody, body: AuthForms.refreshing, reply: .nothing("It has ended.")
            ) { call in
                try await accounts.logout(call.body[AuthForms.refresh], from: call.address)
            },
            Endpoint(
                .post, Self.root + "register/", of: Self.tag, "Make an account", name: "register",
                access: .everybody, body: AuthForms.registration,
                reply: .one(AuthForms.signedIn, status: .created, "It is made, and somebody signed in."),
                refusals: [409: "The name or the address is taken."]
            ) { call in
                try await accounts.register(
                    Registration(
                        login: call.body[AuthForms.login], password: call.body[AuthForms.password],
                        name: call.body[AuthForms.name], email: call.body[AuthForms.email],
                        invitation: call.body[AuthForms.invitation]), from: call.address)
            },
        ]
    }

    /// Refuses to sign in where nobody has to: a client that begins with that is told so.
    private func requireAccounts() async throws(ServiceError) {
        guard accounts.settings.allowsSingleUser, try await !accounts.hasAccounts() else { return }
        throw .conflict(
            reason: "There are no accounts here, so nobody signs in: send the requests without a token.")
    }

    private var own: [Endpoint] {
        [
            Endpoint(
                .get, Self.root + "me/", of: Self.tag, "Who is signed in", name: "me",
                reply: .one(AuthForms.user)
            ) { call in
                guard !call.requester.isLocal else { return .local }
                return AuthForms.User(account: try await accounts.me(call.caller))
            },
            Endpoint(
                .post, Self.root + "password/", of: Self.tag, "Change the password", name: "changePassword",
                body: AuthForms.passwordChange,
                reply: .one(AuthForms.signedIn, "It is changed; all sessions ended, and a new one began."),
                refusals: [409: "There are no accounts here."]
            ) { call in
                try await accounts.changePassword(
                    from: call.body[AuthForms.oldPassword], to: call.body[AuthForms.newPassword],
                    by: call.caller)
            },
            Endpoint(
                .post, Self.root + "logout/all/", of: Self.tag, "End all sessions", name: "logoutEverywhere",
                reply: .nothing("They have ended."), refusals: [409: "There are no accounts here."]
            ) { call in try await accounts.logoutEverywhere(call.caller) },
        ]
    }

    private var invitations: [Endpoint] {
        let path = Self.root + "invitations/"
        return [
            Endpoint(
                .get, path, of: Self.tag, "List invitations, the latest first", name: "invitations",
                query: [AuthForms.limit, AuthForms.offset], reply: .many(AuthForms.shownInvitation)
            ) { call in
                try await accounts.administration.invitations(
                    page: .skipping(call.query[AuthForms.offset], count: call.query[AuthForms.limit]),
                    for: call.caller
                ).items
            },
            Endpoint(
                .post, path, of: Self.tag, "Invite somebody", name: "invite", body: AuthForms.inviting,
                reply: .one(AuthForms.newInvitation, status: .created, "Somebody may make an account."),
                refusals: [409: "The address has an account."]
            ) { call in
                let organization = call.body[AuthForms.organization] ?? call.requester.organization
                let made = try await accounts.administration.invite(
                    role: call.body[AuthForms.role], organization: organization,
                    email: call.body[AuthForms.email], days: call.body[AuthForms.days], by: call.caller)
                return AuthForms.ShownInvitation(code: made.code, kept: made.invitation)
            },
            Endpoint(
                .delete, path + "{id}/", of: Self.tag, "Take an invitation back", name: "withdrawInvitation",
                reply: .nothing("It is not good any more.")
            ) { call in try await accounts.administration.withdraw(call.record(), by: call.caller) },
        ]
    }
}

extension Call {
    /// The address that the request comes from.
    var address: String? { context.client(of: request).text }

    /// Who asks, and from where.
    var caller: Caller { Caller(requester, from: address) }
}
