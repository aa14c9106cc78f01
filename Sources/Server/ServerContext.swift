public import Accounts
import FoundationEssentials
import HTTPTypes
public import Hummingbird
import NIOConcurrencyHelpers
public import NIOCore
public import Web

/// What belongs to one request beside the request itself.
public struct ServerContext: RequestContext {
    /// What Hummingbird keeps of it.
    public var coreContext: CoreRequestContextStorage
    /// The id under which the log has it, and which the client is told.
    public var requestID: String
    /// The address the connection comes from; `nil` when it is not known.
    public let remoteAddress: SocketAddress?
    /// The address at which the connection arrived; `nil` when it is not known.
    let listeningAddress: String?
    /// The connection.
    let channel: any Channel
    /// Which proxies are believed when they say for whom they ask.
    var proxies = ProxyRule.thisMachine
    /// Who asks; `nil` until that is found out.
    public var requester: Requester? {
        didSet {
            let number = requester?.account
            account.withLockedValue { $0 = number }
        }
    }
    /// The account of who asks, for all who hold a copy of the context.
    let account = NIOLockedValueBox<Int64?>(nil)

    /// A request that has just arrived.
    public init(source: Source) {
        coreContext = .init(source: source)
        requestID = UUID().uuidString.lowercased()
        channel = source.channel
        remoteAddress = source.channel.remoteAddress
        listeningAddress = source.channel.localAddress?.ipAddress
    }

    /// Whether a request was sent on this machine to this machine (`ClientAddress.isThisMachine`).
    func isFromThisMachine(_ request: Request) -> Bool {
        client(of: request).isThisMachine(under: request.head.authority)
    }

    /// Where a request comes from, as far as it can be believed.
    public func client(of request: Request) -> ClientAddress {
        ClientAddress(
            peer: remoteAddress?.ipAddress, headers: request.headers.namesAndValues, proxies: proxies)
    }
}

extension HTTPFields {
    /// Its names and values, in their order.
    var namesAndValues: [(name: String, value: String)] { map { ($0.name.canonicalName, $0.value) } }
}
