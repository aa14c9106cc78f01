import Accounts
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Invitations, for admins.
enum AdminInvitations {
    private static let form = ReplyForm<KeptRecord<Invitation>>(
        "AdminInvitation",
        [
            ReplyField("id", "Its number.") { $0.number },
            ReplyField("email", "Whom it is for, where that is said.") { $0.value.email },
            ReplyField("role", "What the account will be able to do.", schema: PersonRole.requestSchema) {
                $0.value.role.rawValue
            },
            ReplyField("organization_id", "The number of the organization.") { $0.value.organization },
            ReplyField("person_id", "The number of the person, where that is known.") { $0.value.person },
            ReplyField("invited_by_id", "The number of the account that invites.") { $0.value.invitedBy },
            ReplyField("created_at", "When it was made.") { $0.createdAt },
            ReplyField("expires_at", "Until when it is good.") { $0.value.expiresAt },
            ReplyField("used_at", "When an account was made with it.") { $0.value.usedAt },
        ])

    private static let made = ReplyForm<AuthForms.ShownInvitation>(
        "AdminNewInvitationCode",
        [
            ReplyField("code", "The code for whom it is for; it is shown this once.") { $0.code },
            ReplyField("invitation", "The invitation.", form) { $0.kept },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        let accounts = admin.administration
        return AdminResource(
            "invitations", title: "Invitations", noun: "invitation",
            about: "Codes with which somebody may make an account, once.", row: form,
            columns: ["id", "email", "role", "organization_id", "expires_at", "used_at"],
            label: { $0.value.email ?? "Invitation \($0.number)" },
            list: {
                try admin.organization(of: $1)
                return try await accounts.invitations(text: $0.search, page: $0.page, for: $1)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { $0.value.email ?? "Invitation \($0.number)" },
                get: { name, caller in
                    try admin.organization(of: caller)
                    return try await accounts.invitation(name, for: caller)
                },
                adding: .init(
                    RequestForm(
                        "AdminNewInvitation",
                        [AuthForms.role, AdminFields.organization, AuthForms.email, AuthForms.days]),
                    shown: made,
                    work: { values, caller in
                        let organization =
                            values[AdminFields.organization] ?? caller.requester.organization
                        let made = try await accounts.invite(
                            role: values[AuthForms.role], organization: organization,
                            email: values[AuthForms.email], days: values[AuthForms.days], by: caller)
                        return AuthForms.ShownInvitation(code: made.code, kept: made.invitation)
                    }, outcome: { ($0.kept.number, true) }),
                deleting: .init(
                    consequences: { _ in
                        AdminRow.Consequences(stays: ["an account that was made with it"])
                    }, work: { try await accounts.withdraw($0, by: $1) })))
    }
}
