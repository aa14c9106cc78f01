import Accounts
import HTTPTypes
import Hummingbird
import Service
import Web

extension Doorkeeper {
    /// Who looks at a page for admins; `nil` for nobody who has signed in.
    ///
    /// - Parameter localToken: what forms have where nobody signs in.
    /// - Throws: `APIError` with status 401 where there is no account and it is not this machine that asks; 429 for an account that
    ///   sends too many requests.
    func visitor(
        of request: Request, in context: ServerContext, localToken: FormToken
    ) async throws(APIError) -> AdminVisitor? {
        let address = context.client(of: request).text
        let local = AdminVisitor(
            caller: Caller(.local, from: address), name: "You work alone here", token: localToken,
            isSignedIn: false)
        guard case .accounts(let accounts, let limits) = self else { return local }
        let cookie = request.cookies[AdminVisitor.cookie]?.value
        let account: AccountInfo?
        do throws(ServiceError) {
            if try await Self.letsInAlone(request, in: context, accounts) { return local }
            guard let cookie else { return nil }
            account = try await accounts.accountOnPages(cookie)
        } catch { throw APIError(error) }
        guard let account, let cookie else { return nil }
        if let seconds = limits.wait(forAccount: account.number) {
            throw APIError.tooManyRequests(seconds: Double(seconds))
        }
        return AdminVisitor(
            caller: Caller(account.requester, from: address), name: account.login,
            token: FormToken(secret: cookie), isSignedIn: true)
    }
}

extension HTTPField.Name {
    /// How a proxy was asked.
    static let forwardedProtocol = HTTPField.Name("X-Forwarded-Proto") ?? .location
}
