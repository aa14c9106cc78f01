import Accounts
import HTTPTypes
import Hummingbird
import Service

/// Finds out who asks.
enum Doorkeeper: Sendable {
    /// Nobody signs in: whoever reaches the server works on this machine.
    case local
    /// Whoever asks has an access token. Where there is no account yet and the settings allow it, whoever uses this machine works alone.
    case accounts(AccountService, RequestLimits)

    /// Who a request is from.
    ///
    /// - Throws: `APIError` with status 401, or 429 for an account that sends too many requests.
    func requester(of request: Request, in context: ServerContext) async throws(APIError) -> Requester {
        guard case .accounts(let accounts, let limits) = self else { return .local }
        let requester: Requester
        do throws(ServiceError) {
            if try await Self.letsInAlone(request, in: context, accounts) { return .local }
            guard let token = request.headers.bearerToken else {
                throw ServiceError.notSignedIn(
                    reason: "Sign in first: send the access token as `Authorization: Bearer TOKEN`.")
            }
            requester = try await accounts.requester(ofToken: token)
        } catch { throw APIError(error) }
        if let account = requester.account, let seconds = limits.wait(forAccount: account) {
            throw APIError(
                .tooManyRequests, "There were too many requests with this account. Come again later.",
                headers: [.retryAfter: "\(seconds)"])
        }
        return requester
    }

    /// Whether a request is let in without signing in, as there is no account yet and the settings allow it.
    ///
    /// - Throws: `ServiceError.notSignedIn` for a request that would be let in, were it from this machine.
    static func letsInAlone(
        _ request: Request, in context: ServerContext, _ accounts: AccountService
    ) async throws(ServiceError) -> Bool {
        guard accounts.settings.allowsSingleUser, try await !accounts.hasAccounts() else { return false }
        guard context.isFromThisMachine(request) else { throw notAlone }
        return true
    }

    private static var notAlone: ServiceError {
        .notSignedIn(
            reason:
                "There are no accounts, so only this machine itself is served, under its own name and not through a proxy: make an account with `viva users add` first."
        )
    }
}
