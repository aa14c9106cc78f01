import Accounts
import Interview
import Records
import Service
import Web

/// Accounts, for admins.
enum AdminAccounts {
    private static let role = RequestField<PersonRole?>(optional: "role", "Only those that may do this.")
    private static let state = RequestField<AccountState?>(
        optional: "state", "Only those that can be used, or that cannot.")
    private static let login = RequestField<String>(
        "username", "The name to sign in with; an address is one too.", schema: .text(length: 1...254))
    private static let newLogin = RequestField<String?>(
        changing: "username", "The name to sign in with; an address is one too.",
        schema: .text(length: 1...254))
    private static let newRole = RequestField<PersonRole?>(changing: "role", "What the account may do.")
    private static let newState = RequestField<AccountState?>(
        changing: "state", "Whether it can be used.")
    private static let person = AdminFields.number(
        "person_id", "The number of the person whose it is; left out, a new person.")

    /// How an account is shown.
    static let form = ReplyForm<AccountInfo>(
        "AdminAccount",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("uuid", "Its UUID.") { $0.id },
            ReplyField("username", "The name to sign in with.") { $0.login },
            ReplyField("name", "What the person is called.") { $0.name },
            ReplyField("email", "Where mail reaches the person.") { $0.email },
            ReplyField("role", "What the account may do.", schema: PersonRole.requestSchema) {
                $0.role.rawValue
            },
            ReplyField("state", "Whether it can be used.", schema: AccountState.requestSchema) {
                $0.state.rawValue
            },
            ReplyField("organization_id", "The number of the organization.") { $0.organization },
            ReplyField("person_id", "The number of the person.") { $0.person },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
            ReplyField("last_login_at", "When somebody last signed in with it.") { $0.lastLoginAt },
        ])

    private static let ended = ReplyForm<(account: AccountInfo, count: Int)>(
        "AdminEndedSessions",
        [ReplyField("sessions", "How many sessions ended.") { $0.count }])

    static func resource(_ admin: AdminService) -> AdminResource {
        let accounts = admin.administration
        return AdminResource(
            "accounts", title: "Accounts", noun: "account", about: "What people sign in with.", row: form,
            columns: ["id", "username", "name", "role", "state", "organization_id", "last_login_at"],
            filters: [role, state, AdminFields.ofOrganization], label: { $0.login },
            list: { values, caller in
                try admin.organization(of: caller)
                return try await accounts.accounts(
                    AccountFilter(
                        role: values[role], organization: values[AdminFields.ofOrganization],
                        state: values[state], text: values.search), page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { $0.login },
                get: { name, caller in
                    try admin.organization(of: caller)
                    return try await accounts.account(name, for: caller)
                },
                adding: .init(
                    RequestForm(
                        "AdminNewAccount",
                        [
                            login, AuthForms.password, AuthForms.name, AuthForms.email, AuthForms.role,
                            AdminFields.organization, person,
                        ]), reply: form, number: { $0.number }
                ) { values, caller in
                    try await accounts.add(
                        NewAccount(
                            login: values[login], password: values[AuthForms.password],
                            name: values[AuthForms.name], email: values[AuthForms.email],
                            role: values[AuthForms.role],
                            organization: values[AdminFields.organization] ?? caller.requester.organization,
                            person: values[person].map { .number($0) }), by: caller)
                },
                changing: .init(
                    form: RequestForm(
                        "AdminAccountEdit", [newLogin, newRole, newState, AdminFields.organization])
                ) { number, values, caller in
                    try admin.organization(of: caller)
                    let moves = values.has(AdminFields.organization)
                    return try await accounts.change(
                        number,
                        to: AccountEdit(
                            login: values[newLogin], role: values[newRole],
                            organization: moves ? .some(values[AdminFields.organization]) : nil,
                            state: values[newState]), by: caller)
                },
                deleting: .init(
                    consequences: { account in
                        AdminRow.Consequences(
                            goes: ["all that is signed in with it"],
                            stays: account.person.map { ["person \($0) with interviews and resumes"] } ?? [])
                    }, work: { try await accounts.delete($0, by: $1) }),
                actions: [
                    AdminAction(
                        "password", "Set a password",
                        "Sets a password for somebody who lost it. All that is signed in with the account ends.",
                        form: RequestForm("AdminNewPassword", [AuthForms.password]), reply: form
                    ) { number, values, caller in
                        try admin.organization(of: caller)
                        return try await accounts.setPassword(
                            of: number, to: values[AuthForms.password], by: caller)
                    },
                    AdminAction(
                        "end-sessions", "Sign out everywhere",
                        "Ends all that is signed in with the account.", reply: ended, showsReply: true
                    ) { number, _, caller in
                        try admin.organization(of: caller)
                        return try await accounts.endSessions(of: number, by: caller)
                    },
                ]))
    }
}
