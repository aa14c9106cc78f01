public import Accounts
public import Credentials
import FoundationEssentials
import Interview
import Records

/// Signing in and out with accounts, and finding out who asks.
///
/// ```swift
/// let accounts = await AccountService(administration, key: try TokenKey.find(environment: [:], folder: archive.folder))
/// let signedIn = try await accounts.login("ann@example.org", password: "…", from: "192.0.2.7")
/// let requester = try await accounts.requester(ofToken: signedIn.access)
/// ```
public struct AccountService: Sendable {
    /// What is done for others.
    public let administration: AccountAdministration
    /// Makes and reads access tokens.
    let tokens: AccessTokens
    let presence = AccountPresence()
    /// How often accounts may be made.
    let registrations = AddressLimit.registrations
    /// How often somebody may try to sign in.
    let logins = AddressLimit.logins

    /// Signing in with tokens of a key.
    public init(_ administration: AccountAdministration, key: TokenKey) async {
        self.administration = administration
        tokens = await AccessTokens(key: key, leewaySeconds: administration.settings.leewaySeconds)
    }

    var records: Records { administration.records }
    var hasher: PasswordHasher { administration.hasher }
    /// How accounts are dealt with.
    public var settings: AccountSettings { administration.settings }
    func now() -> Date { administration.now() }

    /// Whether there are accounts. Where there are none, somebody alone works here, if the settings allow it.
    public func hasAccounts() async throws(ServiceError) -> Bool {
        if let known = presence.known(at: now()) { return known }
        let found = try await ServiceError.doing { try await records.hasAccounts() }
        presence.note(found, at: now())
        return found
    }

    /// Who an access token is from.
    ///
    /// - Throws: `ServiceError.notSignedIn` for one that is not this server's, whose time is over or whose session has ended.
    public func requester(ofToken token: String) async throws(ServiceError) -> Requester {
        try await entry(ofToken: token).requester
    }

    /// Who an access token is from, and the session that it belongs to.
    ///
    /// - Throws: as `requester(ofToken:)`.
    public func signedIn(
        withToken token: String
    ) async throws(ServiceError) -> (requester: Requester, session: AccountSession) {
        let entry = try await entry(ofToken: token)
        return (
            entry.requester, AccountSession(id: entry.claims.session, account: entry.claims.account)
        )
    }

    private func entry(ofToken token: String) async throws(ServiceError) -> StandingTokens.Entry {
        let standing = administration.standing
        let date = now()
        let (known, changes) = standing.entry(token)
        if let known, date < tokens.end(of: known.claims), known.isFresh(at: date) { return known }
        let claims: AccessClaims
        if let known, date < tokens.end(of: known.claims) {
            claims = known.claims
        } else {
            do throws(TokenError) { claims = try await tokens.claims(of: token, at: date) } catch {
                standing.forget(token)
                throw ServiceError(error)
            }
        }
        let found = try await ServiceError.doing {
            try await records.standing(ofSession: claims.session, account: claims.account, at: date)
        }
        guard let found else {
            standing.forget(token)
            throw .notSignedIn(reason: "The session of this access token has ended: sign in again.")
        }
        let entry = StandingTokens.Entry(claims: claims, requester: found, checkedAt: date)
        standing.keep(entry, for: token, since: changes)
        return entry
    }

    /// Signs somebody in.
    ///
    /// An account that is not there, one that is disabled and a wrong password are told in the same words, after the same work.
    ///
    /// - Throws: `ServiceError.notSignedIn`; `tooMany` after too many failures; `busy`.
    public func login(
        _ name: String, password: String, from address: String?
    ) async throws(ServiceError) -> SignedIn {
        try await ServiceError.doing {
            guard let checked = try await checked(name, password: password, from: address) else {
                throw Self.wrong
            }
            let signedIn = try await begin(checked)
            try await administration.log(
                .login, checked.info, by: Caller(checked.info.requester, from: address))
            return signedIn
        }
    }

    private static var wrong: ServiceError {
        .notSignedIn(reason: "The user name or the password is wrong.")
    }

    static func tooMany(_ seconds: Int) -> ServiceError {
        .tooMany(
            retryAfterSeconds: seconds,
            reason: "There were too many attempts to sign in: try again in \(seconds) seconds.")
    }

    /// Begins a session.
    ///
    /// - Throws: `ServiceError.notSignedIn` when another password was set, or the account disabled, since the password was looked at.
    func begin(_ checked: CheckedAccount) async throws -> SignedIn {
        presence.note(true, at: now())
        let info = checked.info
        let (refresh, kept) = newRefreshToken()
        let session = UUID().uuidString.lowercased()
        do throws(RecordsError) {
            try await records.beginSession(
                session, of: info.number, passwordHash: checked.passwordHash, with: kept, at: now())
        } catch {
            switch error {
            case .notFound, .changedMeanwhile: throw Self.wrong
            default: throw error
            }
        }
        return SignedIn(access: try await accessToken(info, session), refresh: refresh, account: info)
    }

    func newRefreshToken() -> (token: String, kept: NewRefreshToken) {
        let token = Secret.token()
        let end = now() + Double(settings.refreshDays) * 86_400
        return (token, NewRefreshToken(hash: Secret.hash(ofToken: token), expiresAt: end))
    }

    func accessToken(_ info: AccountInfo, _ session: String) async throws(TokenError) -> String {
        let date = now()
        return try await tokens.token(
            AccessClaims(
                account: info.id, session: session, role: info.role, organization: info.organization,
                id: UUID().uuidString.lowercased(), issuedAt: date,
                expiresAt: date + Double(settings.accessSeconds)))
    }
}
