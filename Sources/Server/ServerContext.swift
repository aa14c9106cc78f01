public import Accounts
import FoundationEssentials
public import Hummingbird
public import NIOCore

/// What belongs to one request beside the request itself.
public struct ServerContext: RequestContext {
    /// What Hummingbird keeps of it.
    public var coreContext: CoreRequestContextStorage
    /// The id under which the log has it, and which the client is told.
    public var requestID: String
    /// The address the connection comes from; `nil` when it is not known.
    public let remoteAddress: SocketAddress?
    /// Who asks; `nil` until that is found out.
    public var requester: Requester?

    /// A request that has just arrived.
    public init(source: Source) {
        coreContext = .init(source: source)
        requestID = UUID().uuidString.lowercased()
        remoteAddress = source.channel.remoteAddress
    }
}
