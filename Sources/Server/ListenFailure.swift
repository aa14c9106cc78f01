import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// Why the server cannot listen where it was told to.
public struct ListenFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is in the way.
    public enum Reason: Sendable, Hashable {
        /// Another program listens there.
        case taken
        /// The system does not let this user listen at the port.
        case notAllowed
        /// The address belongs to another machine, or to none.
        case notOfThisMachine
        /// The name of the host is that of no address.
        case unknownHost
        /// Something else, in the system's words.
        case other(String)
    }

    /// The address or the name of it.
    public let host: String
    /// The port.
    public let port: Int
    /// What is in the way.
    public let reason: Reason

    /// A failure.
    public init(host: String, port: Int, reason: Reason) {
        self.host = host
        self.port = port
        self.reason = reason
    }

    /// What an error of opening a port means; `nil` for one that is none.
    init?(_ error: any Error, host: String, port: Int) {
        let reason: Reason? =
            switch error {
            case let error as IOError:
                switch error.errnoCode {
                case EADDRINUSE: .taken
                case EACCES, EPERM: .notAllowed
                case EADDRNOTAVAIL: .notOfThisMachine
                case let code: .other(String(cString: strerror(code)))
                }
            case is SocketAddressError, is SocketAddressError.UnknownHost: .unknownHost
            default: nil
            }
        guard let reason else { return nil }
        self.init(host: host, port: port, reason: reason)
    }

    /// What was being done, why it failed and what to do.
    public var description: String {
        let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        return switch reason {
        case .taken:
            "Listening at \(place) failed: another program has the port. End it, or give another one with --port."
        case .notAllowed:
            "Listening at \(place) failed: this user may not have the port, as ports below 1024 are for root. Give another one with --port, and let a proxy hand on to it."
        case .notOfThisMachine:
            "Listening at \(place) failed: the address is none of this machine. Give one that is with --host, or 0.0.0.0 for all."
        case .unknownHost:
            "Listening at \(place) failed: there is no address for this name. Give one of this machine with --host."
        case .other(let reason): "Listening at \(place) failed: \(reason)."
        }
    }
}
