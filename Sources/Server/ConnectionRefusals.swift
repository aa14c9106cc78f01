import FoundationEssentials
import HTTPTypes
import Logging
import Web

/// Tells the log and the figures of refusals that no endpoint sees: of what is no whole request, and of WebSockets that are not opened. They
/// are told as every other request is (`ObservationMiddleware`).
struct ConnectionRefusals: Sendable {
    /// What was refused.
    struct Refused {
        /// The method; `nil` where none was understood.
        var method: String?
        /// The path as the interface writes it; `nil` where none was understood.
        var path: String?
        /// The id of the request.
        var id: String
        /// How long it took, in seconds.
        var seconds: Double
    }

    /// Where it is counted.
    let figures: ServerFigures
    /// Where it is told.
    let logger: Logger

    /// An id for a request that has none of its own.
    static func newID() -> String { UUID().uuidString.lowercased() }

    /// Tells of a refusal.
    ///
    /// - Parameter bytes: how long its body is.
    func tell(_ refused: Refused, _ error: APIError, bytes: Int) {
        let method = refused.method ?? "other"
        figures.count {
            $0.begin()
            $0.end(
                method: method, path: refused.path, status: error.status.code, seconds: refused.seconds)
        }
        if let cause = error.cause { logger.error("\(cause)", metadata: ["request": "\(refused.id)"]) }
        logger.info(
            "request",
            metadata: ObservationMiddleware.line(
                id: refused.id, method: method, path: refused.path, status: error.status,
                seconds: refused.seconds, bytes: bytes, account: nil))
    }
}
