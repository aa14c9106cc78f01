public import Accounts
import Credentials
import FoundationEssentials
public import Interview
public import Records

extension AccountAdministration {
    /// Invites somebody: whoever has the code may make one account. Where the address is that of somebody who is kept in the
    /// organization and has no account, the account will be that person's.
    ///
    /// - Returns: The code, which is shown this once, and the invitation.
    public func invite(
        role: PersonRole, organization: Int64?, email: String? = nil, days: Int? = nil, by caller: Caller
    ) async throws(ServiceError) -> (code: String, invitation: KeptRecord<Invitation>) {
        try require(.create, organization: organization, of: caller)
        let days = days ?? settings.invitationDays
        guard (1...365).contains(days) else {
            throw .invalid(field: "days", reason: "It must be 1 to 365.")
        }
        return try await ServiceError.doing {
            let address = try email.map { try EmailAddress($0).text }
            try await requireOrganization(organization)
            let person = try await person(of: address, organization)
            let code = Secret.code()
            let invitation = try await records.keep(
                Invitation(
                    id: UUID().uuidString.lowercased(), codeHash: Secret.hash(ofCode: code), role: role,
                    organization: organization, email: address, person: person,
                    invitedBy: caller.requester.account, expiresAt: now() + Double(days) * 86_400),
                at: now())
            try await records.log(
                AuditEntry(
                    date: now(), account: caller.requester.account, organization: organization,
                    action: .invite, resource: .account, address: caller.address,
                    detail: "invitation \(invitation.number), as \(role.rawValue)"))
            return (code, invitation)
        }
    }

    /// A page of the invitations that the caller may see, the latest first.
    ///
    /// - Parameter text: only for an address that holds this; `nil` for all.
    public func invitations(
        text: String? = nil, page: PageRequest, for caller: Caller
    ) async throws(ServiceError) -> RecordsPage<KeptRecord<Invitation>> {
        let organization: Int64?
        switch AccessTable.scope(of: caller.requester, .create, .account) {
        case .none, .own: throw .notAllowed(reason: "Only admins see invitations.")
        case .organization: organization = caller.requester.organization
        case .all: organization = nil
        }
        return try await ServiceError.doing {
            try await records.invitations(organization: organization, text: text, page: page)
        }
    }

    /// Takes an invitation back.
    public func withdraw(_ name: RecordName, by caller: Caller) async throws(ServiceError) {
        let invitation = try await invitation(name, for: caller)
        try await ServiceError.doing {
            try await records.deleteInvitation(.number(invitation.number))
            try await records.log(
                AuditEntry(
                    date: now(), account: caller.requester.account,
                    organization: invitation.value.organization, action: .withdraw, resource: .account,
                    address: caller.address, detail: "invitation \(invitation.number)"))
        }
    }

    /// The number of the person of an organization who has an address and no account.
    private func person(of address: String?, _ organization: Int64?) async throws -> Int64? {
        guard let address else { return nil }
        let people = try await records.people(
            PersonFilter(organization: organization, email: address), page: .first(2)
        ).items.filter { $0.value.organization == organization }
        guard let person = people.first else { return nil }
        let accounts = try await records.accounts(AccountFilter(person: person.number), page: .first(1))
        guard accounts.items.isEmpty else {
            throw ServiceError.conflict(
                reason: "\(address) has an account already: account \(accounts.items[0].number).")
        }
        return person.number
    }
}
