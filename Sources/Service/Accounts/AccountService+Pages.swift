public import Accounts
import Credentials
import FoundationEssentials
import Records

extension AccountService {
    /// For how many seconds somebody stays signed in on the pages for admins.
    public static let pageSeconds = 12 * 3600

    /// Signs an admin in on the pages.
    ///
    /// - Returns: what the browser keeps: it is good until somebody signs out, another password is set, the account is disabled, or
    ///   `pageSeconds` have passed.
    /// - Throws: what `login` throws; `ServiceError.notAllowed` for whoever is no admin.
    public func loginOnPages(
        _ name: String, password: String, from address: String?
    ) async throws(ServiceError) -> String {
        let signedIn = try await login(name, password: password, from: address)
        let scope = AccessTable.scope(of: signedIn.account.requester, .change, .account)
        guard scope >= .organization else {
            try await logout(signedIn.refresh, from: address)
            throw .notAllowed(reason: "These pages are for admins, and \(signedIn.account.login) is none.")
        }
        return signedIn.refresh
    }

    /// Who signed in on the pages; `nil` for nobody, and for whoever is signed out by now.
    ///
    /// - Parameter token: what the browser keeps.
    /// - Throws: `ServiceError.failed`.
    public func accountOnPages(_ token: String) async throws(ServiceError) -> AccountInfo? {
        try await ServiceError.doing {
            try await records.account(
                ofRefreshToken: Secret.hash(ofToken: token),
                givenSince: now() - Double(Self.pageSeconds), at: now())
        }
    }
}
