import Accounts
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Web

/// Looking after accounts, for admins: `/api/v1/accounts/` and `/api/v1/audit/`.
struct AccountEndpoints: Sendable {
    /// What is done for others.
    let administration: AccountAdministration

    private static let tag = "accounts"
    private static let root = "/api/v1/accounts/"
    private static let search = RequestField<String?>(
        optional: "search", "Only with this in a name or the address.", schema: .text(length: 0...200))
    private static let role = RequestField<PersonRole?>(optional: "role", "Only those that may do this.")
    private static let state = RequestField<AccountState?>(
        optional: "state", "Only those that can be used, or that cannot.")
    private static let newRole = RequestField<PersonRole?>(
        optional: "role", "What the account may do.")
    private static let newState = RequestField<AccountState?>(
        optional: "state", "Whether it can be used.")
    private static let newLogin = RequestField<String?>(
        optional: "username", "The name to sign in with.", schema: .text(length: 1...254))
    private static let outcome = RequestField<AuditEntry.Outcome?>(
        optional: "outcome", "Only what ended so.")
    private static let account = RequestField<Int64?>(
        optional: "account", "Only what this account did.",
        schema: .integer(1...JSONSchema.integers.upperBound))

    private static let adding = RequestForm(
        "NewAccount",
        [
            AuthForms.login, AuthForms.password, AuthForms.email, AuthForms.name, AuthForms.role,
            AuthForms.organization,
        ])
    private static let editing = RequestForm(
        "AccountEdit", [newLogin, newRole, AuthForms.organization, newState])
    private static let password = RequestForm("NewPassword", [AuthForms.password])

    private static let shown = ReplyForm<AccountInfo>(
        "Account",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.id },
            ReplyField("username", "The name to sign in with.") { $0.login },
            ReplyField("email", "Where mail reaches the person.") { $0.email },
            ReplyField("name", "What the person is called.") { $0.name },
            ReplyField("role", "What the account may do.", schema: PersonRole.requestSchema) {
                $0.role.rawValue
            },
            ReplyField("organization_id", "The number of the organization.") { $0.organization },
            ReplyField("state", "Whether it can be used.", schema: AccountState.requestSchema) {
                $0.state.rawValue
            },
            ReplyField("person_id", "The number of the person.") { $0.person },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
            ReplyField("last_login_at", "When somebody last signed in with it.") { $0.lastLoginAt },
        ])

    private static let line = ReplyForm<AuditLine>(
        "AuditLine",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("at", "When.") { $0.entry.date },
            ReplyField("account", "The number of the account that did it.") { $0.entry.account },
            ReplyField("username", "The name that it signs in with.") { $0.login },
            ReplyField("action", "What was done.") { $0.entry.action.rawValue },
            ReplyField("resource", "With what sort of thing.") { $0.entry.resource.rawValue },
            ReplyField("number", "The number of that thing.") { $0.entry.number },
            ReplyField("address", "The address of the network that it came from.") { $0.entry.address },
            ReplyField("outcome", "How it ended.", schema: AuditEntry.Outcome.requestSchema) {
                $0.entry.outcome.rawValue
            },
            ReplyField("detail", "A few words more.") { $0.entry.detail },
        ])

    var endpoints: [Endpoint] { reading + changing }

    private var reading: [Endpoint] {
        [
            Endpoint(
                .get, Self.root, of: Self.tag, "List accounts, the latest first", name: "accounts",
                query: [Self.search, Self.role, Self.state, AuthForms.limit, AuthForms.offset],
                reply: .many(Self.shown)
            ) { call in
                try await administration.accounts(
                    AccountFilter(
                        role: call.query[Self.role], state: call.query[Self.state],
                        text: call.query[Self.search]), page: call.page, for: call.caller
                ).items
            },
            Endpoint(
                .get, Self.root + "{id}/", of: Self.tag, "An account", name: "account",
                reply: .one(Self.shown)
            ) { call in try await administration.account(call.record(), for: call.caller) },
            Endpoint(
                .get, "/api/v1/audit/", of: Self.tag, "The log of what was done, the latest first",
                name: "audit", query: [Self.account, Self.outcome, AuthForms.limit, AuthForms.offset],
                reply: .many(Self.line)
            ) { call in
                try await administration.log(
                    AuditFilter(account: call.query[Self.account], outcome: call.query[Self.outcome]),
                    page: call.page, for: call.caller
                ).items
            },
        ]
    }

    private var changing: [Endpoint] {
        [
            Endpoint(
                .post, Self.root, of: Self.tag, "Make an account", name: "addAccount", body: Self.adding,
                reply: .one(Self.shown, status: .created, "It is made."),
                refusals: [409: "The name or the address is taken."]
            ) { call in
                try await administration.add(
                    NewAccount(
                        login: call.body[AuthForms.login], password: call.body[AuthForms.password],
                        name: call.body[AuthForms.name], email: call.body[AuthForms.email],
                        role: call.body[AuthForms.role],
                        organization: call.body[AuthForms.organization] ?? call.requester.organization),
                    by: call.caller)
            },
            Endpoint(
                .patch, Self.root + "{id}/", of: Self.tag, "Change an account; what is left out stays",
                name: "changeAccount", body: Self.editing, reply: .one(Self.shown),
                refusals: [409: "The name is taken, or admins would shut themselves out."]
            ) { call in
                let moves = call.body.has(AuthForms.organization)
                return try await administration.change(
                    call.record(),
                    to: AccountEdit(
                        login: call.body[Self.newLogin], role: call.body[Self.newRole],
                        organization: moves ? .some(call.body[AuthForms.organization]) : nil,
                        state: call.body[Self.newState]), by: call.caller)
            },
            Endpoint(
                .post, Self.root + "{id}/password/", of: Self.tag, "Set a password", name: "setPassword",
                body: Self.password, reply: .one(Self.shown, "It is set; all sessions of the account ended.")
            ) { call in
                try await administration.setPassword(
                    of: call.record(), to: call.body[AuthForms.password], by: call.caller)
            },
        ]
    }
}

extension Call {
    /// The part of a list that is asked for with `limit` and `offset`.
    fileprivate var page: PageRequest {
        .skipping(query[AuthForms.offset], count: query[AuthForms.limit])
    }
}
