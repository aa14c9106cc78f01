/// Why a request got no whole answer. An answer with a status such as 404 is none: it is an `HTTPResponse`.
public struct HTTPError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What went wrong.
    public enum Reason: Sendable, Hashable {
        /// The request cannot be sent as it is.
        case invalidRequest(String)
        /// The name of the host is not known, or no name server answers.
        case unresolved(host: String)
        /// No connection: refused, unreachable.
        case unreachable(String)
        /// Finding the host, connecting and encrypting took too long.
        case connectTimedOut(limit: Duration)
        /// The whole took too long.
        case timedOut(limit: Duration, receivedBytes: Int)
        /// Nearly nothing was sent or received for this long.
        case stalled(duration: Duration, receivedBytes: Int)
        /// No encrypted connection: a certificate that is not trusted, a protocol that is too old.
        case encryptionFailed(String)
        /// The connection ended within the answer.
        case brokenOff(receivedBytes: Int, String)
        /// The answer is not HTTP as it should be.
        case badAnswer(String)
        /// The answer is larger than allowed.
        case tooLarge(limitBytes: Int)
        /// The answer leads where the request must not go.
        case redirectRefused(String)
        /// The body cannot be written to its file.
        case fileFailed(path: String, String)
        /// The task was cancelled.
        case cancelled
        /// The library failed in another way.
        case failed(String)
    }

    /// What was asked of which address, without what may be secret.
    public var target: HTTPTarget
    /// What went wrong.
    public var reason: Reason

    /// A failure of a request for `target`.
    public init(_ target: HTTPTarget, _ reason: Reason) {
        self.target = target
        self.reason = reason
    }

    /// What was being done, on what, why it failed and what to do.
    public var description: String { "\(target) failed: \(reason)" }
}

extension HTTPError.Reason: CustomStringConvertible {
    /// Why it failed and what to do.
    public var description: String {
        switch self {
        case .invalidRequest(let reason): "\(reason). Correct the address or the header field."
        case .unresolved(let host):
            "the host \(host) cannot be found. Check its name and the connection to the network."
        case .unreachable(let reason):
            "no connection (\(reason)). Check that the server runs, and the host and port."
        case .connectTimedOut(let limit):
            "no connection within \(Self.seconds(limit)). Check the host and port and the network, or allow longer."
        case .timedOut(let limit, let bytes):
            "not done within \(Self.seconds(limit)), \(bytes) bytes received. Try again, or allow longer."
        case .stalled(let duration, let bytes):
            "nearly nothing was transferred for \(Self.seconds(duration)), \(bytes) bytes received. Try again, or "
                + "check the network."
        case .encryptionFailed(let reason):
            "no encrypted connection (\(reason)). Check the server's certificate and this machine's clock."
        case .brokenOff(let bytes, let reason):
            "the connection ended within the answer, \(bytes) bytes received (\(reason)). Try again."
        case .badAnswer(let reason): "the answer is not proper HTTP (\(reason)). Check the host and port."
        case .tooLarge(let limit): "the answer is larger than the \(limit) bytes allowed. Check the address."
        case .redirectRefused(let reason): "\(reason). Correct the address."
        case .fileFailed(let path, let reason):
            "\(path) cannot be written (\(reason)). Check the folder and the space on its disk."
        case .cancelled: "it was cancelled."
        case .failed(let reason): "\(reason)."
        }
    }

    private static func seconds(_ duration: Duration) -> String {
        let tenths =
            duration.components.seconds * 10
            + duration.components.attoseconds / 100_000_000_000_000_000
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}
