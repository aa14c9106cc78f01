import Accounts
import Credentials
import FoundationEssentials
import Interview
import Records

extension AccountService {
    /// Makes an account for whoever asks, and signs in with it.
    ///
    /// - Throws: `ServiceError.notAllowed` where accounts are made by admins alone or by invitation; `invalid`; `conflict` for a
    ///   name that is taken; `busy`.
    public func register(
        _ registration: Registration, from address: String?
    ) async throws(ServiceError) -> SignedIn {
        try requireOpen(registration)
        if let address, let seconds = registrations.wait(for: address, at: now()) {
            throw .tooMany(
                retryAfterSeconds: seconds,
                reason: "Many accounts were made from this address: try again in \(seconds) seconds.")
        }
        return try await ServiceError.doing {
            let login = try LoginName(registration.login)
            try PasswordRules.check(registration.password, for: login)
            let email = try (registration.email ?? login.email).map { try EmailAddress($0) }
            let invitation = try await invitation(of: registration.invitation, for: email)
            if try await records.account(login: login.text) != nil { throw Self.taken }
            let hash = try await hasher.hash(
                registration.password, for: AccountAdministration.party(of: address))
            let (role, organization) = (invitation?.role ?? .candidate, invitation?.organization)
            let account = Account(
                id: UUID().uuidString.lowercased(), login: login, person: invitation?.person, role: role,
                organization: organization, passwordHash: hash.text, passwordSetAt: now())
            let person =
                invitation?.person == nil
                ? Person(
                    id: UUID().uuidString.lowercased(), name: registration.name ?? login.text,
                    email: email?.text ?? invitation?.email, role: role, organization: organization) : nil
            let info: AccountInfo
            do throws(RecordsError) {
                info = try await records.keep(
                    account, person: person, invitation: invitation?.codeHash, at: now())
            } catch {
                // Who is kept here is told to nobody who is not in.
                guard case .taken = error else { throw error }
                throw Self.taken
            }
            let signedIn = try await begin(CheckedAccount(info: info, passwordHash: hash.text))
            try await administration.log(
                .register, info, by: Caller(info.requester, from: address), detail: "as \(role.rawValue)")
            return signedIn
        }
    }

    private static var taken: ServiceError {
        .conflict(reason: "This user name or address is taken: choose another, or sign in.")
    }

    private func requireOpen(_ registration: Registration) throws(ServiceError) {
        switch settings.registration {
        case .open: return
        case .invitation where registration.invitation != nil: return
        case .invitation:
            throw .notAllowed(reason: "An account is made with an invitation here: give its code.")
        case .closed: throw .notAllowed(reason: "Accounts are made by an admin here: ask one.")
        }
    }

    private func invitation(of code: String?, for email: EmailAddress?) async throws -> Invitation? {
        guard let code else { return nil }
        let kept = try await records.invitation(codeHash: Secret.hash(ofCode: code), at: now())
        guard let invitation = kept?.value else {
            throw ServiceError.invalid(
                field: "invitation",
                reason:
                    "There is no invitation of this code, or it was used, or its time is over: ask for another."
            )
        }
        if let wanted = try invitation.email.map({ try EmailAddress($0) }), let email, email != wanted {
            throw ServiceError.invalid(
                field: "email",
                reason: "The invitation is for another address: give the one that it was sent to.")
        }
        return invitation
    }
}
