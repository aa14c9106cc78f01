import Accounts
import Hummingbird

/// Finds out who asks.
enum Doorkeeper: Sendable {
    /// Nobody signs in: whoever reaches the server works on this machine.
    case local

    /// Who a request is from.
    ///
    /// - Throws: `APIError` with status 401.
    func requester(of request: Request, in context: ServerContext) async throws(APIError) -> Requester {
        switch self {
        case .local: .local
        }
    }
}
