import Accounts
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// What is sent to sign in and out, and what comes back.
enum AuthForms {
    /// Somebody who has signed in, or works alone.
    struct User: Sendable {
        /// `nil` for somebody who works alone.
        var account: AccountInfo?

        /// Whoever works alone.
        static let local = User(account: nil)
    }

    /// An invitation, and its code when it has just been made.
    struct ShownInvitation: Sendable {
        var code: String
        var kept: KeptRecord<Invitation>
    }

    static let login = RequestField<String>(
        "username", "The name to sign in with; an address is one too.", schema: .text(length: 1...254))
    static let password = RequestField<String>(
        "password", "The password.", schema: .text(length: 1...1024, format: .password))
    static let refresh = RequestField<String>(
        "refresh", "The refresh token.", schema: .text(length: 1...200))
    static let email = RequestField<String?>(
        optional: "email", "Where mail reaches the person.", schema: .text(length: 3...254))
    static let name = RequestField<String?>(
        optional: "name", "What the person is called.", schema: .text(length: 1...200))
    static let invitation = RequestField<String?>(
        optional: "invitation", "The code of an invitation.", schema: .text(length: 1...100))
    static let oldPassword = RequestField<String>(
        "old_password", "The password until now.", schema: .text(length: 1...1024, format: .password))
    static let newPassword = RequestField<String>(
        "new_password", "The password from now on: 12 to 128 characters.",
        schema: .text(length: 1...1024, format: .password))
    static let role = RequestField<PersonRole>("role", "What the account may do.", usual: .candidate)
    static let organization = RequestField<Int64?>(
        optional: "organization_id", "The number of the organization; left out, that of whoever asks.",
        schema: .integer(1...JSONSchema.integers.upperBound))
    static let days = RequestField<Int?>(
        optional: "days", "For how many days it is good.", schema: .integer(1...365))
    static let limit = RequestField<Int>(
        "limit", "How many to list.", schema: .integer(1...PageRequest.limit), usual: 100)
    static let offset = RequestField<Int>(
        "offset", "How many to leave out first.", schema: .integer(0...1_000_000), usual: 0)

    static let credentials = RequestForm("Credentials", [login, password])
    static let refreshing = RequestForm("RefreshToken", [refresh])
    static let registration = RequestForm("Registration", [login, password, email, name, invitation])
    static let passwordChange = RequestForm("PasswordChange", [oldPassword, newPassword])
    static let inviting = RequestForm("InvitationRequest", [role, organization, email, days])

    static let user = ReplyForm<User>(
        "User",
        [
            ReplyField("id", "The number of the account; `null` for whoever works alone.") {
                $0.account?.number
            },
            ReplyField("username", "The name to sign in with.") { $0.account?.login ?? "local" },
            ReplyField("email", "Where mail reaches the person.") { $0.account?.email },
            ReplyField("name", "What the person is called.") { $0.account?.name ?? "local" },
            ReplyField("role", "What the account may do.", schema: PersonRole.requestSchema) {
                ($0.account?.role ?? .admin).rawValue
            },
            ReplyField("organization_id", "The number of the organization.") { $0.account?.organization },
            ReplyField("person_id", "The number of the person whose the account is.") { $0.account?.person },
        ])

    static let tokens = ReplyForm<SignedIn>(
        "Tokens",
        [
            ReplyField("access", "The access token: it goes with every request.") { $0.access },
            ReplyField("refresh", "The refresh token: it is good once, for another two.") { $0.refresh },
        ])

    static let signedIn = tokens.adding(
        [ReplyField("user", "Who signed in.", user) { User(account: $0.account) }], as: "SignedIn")

    static let shownInvitation = ReplyForm<KeptRecord<Invitation>>(
        "Invitation",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("role", "What the account will be able to do.", schema: PersonRole.requestSchema) {
                $0.value.role.rawValue
            },
            ReplyField("organization_id", "The number of the organization.") { $0.value.organization },
            ReplyField("email", "Whom it is for, where that is said.") { $0.value.email },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
            ReplyField("expires_at", "Until when it is good.") { $0.value.expiresAt },
            ReplyField("used_at", "When an account was made with it.") { $0.value.usedAt },
        ])

    static let newInvitation = ReplyForm<ShownInvitation>(
        "NewInvitation",
        [
            ReplyField("code", "The code for whom it is for; it is shown this once.") { $0.code },
            ReplyField("invitation", "The invitation.", shownInvitation) { $0.kept },
        ])
}
