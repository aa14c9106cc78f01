import Accounts
import Credentials
import FoundationEssentials
import Records

extension AccountService {
    /// For how many seconds an address from which an account signed in is known.
    private static let knownPlaceSeconds = 90.0 * 86_400

    /// The account of a name and a password; `nil` when the two are not those of an account. Failures are counted and told to the log.
    func checked(
        _ name: String, password: String, from address: String?
    ) async throws -> CheckedAccount? {
        // Who uses this machine is not counted, as with other requests.
        if let address, !AccountSettings.isLoopback(address), let wait = logins.wait(for: address, at: now())
        {
            throw Self.tooMany(wait)
        }
        let place = address.map(AddressGroup.name)
        let rules = try await rules(for: name, from: place)
        let start = try await records.beginLogin(rules, at: now())
        guard start.waitSeconds == 0 else { throw Self.tooMany(start.waitSeconds) }
        let kept = try await records.account(login: name)
        let matches: Bool
        do {
            matches = try await hasher.matches(
                password, kept.map { PasswordHash(kept: $0.value.passwordHash) },
                for: AccountAdministration.party(of: address))
        } catch {
            try await records.takeBackFailures(of: rules.map(\.0))
            throw error
        }
        guard matches, let kept, kept.value.state == .active else {
            // What is refused while there is a wait is nobody's doing but the wait's, so this is the one line of it.
            let wait = start.nextWaitSeconds
            try await records.noteFailure(of: rules.map(\.0), at: now())
            try await records.log(
                AuditEntry(
                    date: now(), account: nil, organization: kept?.value.organization, action: .login,
                    resource: .account, number: kept?.number, address: address, outcome: .refused,
                    detail: wait > 0 ? "a wait of \(wait) s begins" : nil))
            return nil
        }
        let date = now()
        try await records.noteSuccess(
            of: rules.map(\.0).filter { $0 != place.map(LoginSubject.address) },
            address: place.map { .address($0) },
            forgottenBefore: date - Double(LoginBackOff.account.quietSeconds))
        if let place {
            try await records.noteLogin(
                account: kept.number, from: place, at: date, forgottenBefore: date - Self.knownPlaceSeconds)
        }
        return CheckedAccount(
            info: try await records.accountInfo(.number(kept.number)), passwordHash: kept.value.passwordHash)
    }

    /// Whose failures count for an attempt to sign in. Failures for the name from elsewhere stop nobody at an address from which the account
    /// signed in before, or whoever knows the name could shut its owner out.
    private func rules(
        for name: String, from place: String?
    ) async throws(RecordsError) -> [(LoginSubject, LoginBackOff)] {
        guard let place else { return [(.login(name), .account)] }
        let isKnown = try await records.hasSignedIn(login: name, from: place)
        return [(.loginFrom(name, address: place), .account), (.address(place), .address)]
            + (isKnown ? [] : [(.login(name), .name)])
    }
}
