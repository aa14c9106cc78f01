public import Accounts

/// Who asks for something, and from where.
public struct Caller: Sendable, Hashable {
    /// Who.
    public let requester: Requester
    /// The address of the network that it comes from; `nil` for this machine's command.
    public let address: String?

    /// Somebody who asks.
    public init(_ requester: Requester, from address: String? = nil) {
        self.requester = requester
        self.address = address
    }

    /// Whoever uses the command on this machine.
    public static let local = Caller(.local)
}
