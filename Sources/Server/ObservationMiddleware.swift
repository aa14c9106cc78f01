import HTTPTypes
import Hummingbird
import Logging
import NIOConcurrencyHelpers
import NIOCore
import Web

/// Gives every request its id and the proxies that are believed, and tells the log and the figures how it was answered. The log has no queries and no bodies, which may hold
/// what is nobody's business.
struct ObservationMiddleware: RouterMiddleware {
    /// Where it is counted.
    let figures: ServerFigures
    /// Which proxies are believed when they say for whom they ask.
    let proxies: ProxyRule

    /// Up to which length a body is counted before it is sent: what is longer is watched while it goes.
    private static let limitAtOnceBytes = 64 << 10

    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.proxies = proxies
        if let id = request.headers[.requestID], RequestID.isTaken(id) { context.requestID = id }
        let start = ContinuousClock.now
        figures.count { $0.begin() }
        do {
            var response = try await next(request, context)
            if let bytes = response.body.contentLength, bytes <= Self.limitAtOnceBytes {
                end(request, context, status: response.status, bytes: bytes, since: start)
            } else {
                response.body = watched(response, request, context, start)
            }
            return response
        } catch {
            end(request, context, status: .internalServerError, bytes: 0, since: start)
            throw error
        }
    }

    /// A body that says when it was sent, or broke off.
    private func watched(
        _ response: Response, _ request: Request, _ context: ServerContext, _ start: ContinuousClock.Instant
    ) -> ResponseBody {
        let body = response.body
        let status = response.status
        return ResponseBody(contentLength: body.contentLength) { writer in
            let count = NIOLockedValueBox(0)
            defer { end(request, context, status: status, bytes: count.withLockedValue { $0 }, since: start) }
            try await body.write(CountingWriter(writer: writer, count: count))
        }
    }

    private func end(
        _ request: Request, _ context: ServerContext, status: HTTPResponse.Status, bytes: Int,
        since start: ContinuousClock.Instant
    ) {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        // Where there is no such path, the library names its own answer instead.
        let path = context.endpointPath.flatMap { $0.hasPrefix("/") ? $0 : nil }
        figures.count {
            $0.end(method: request.method.rawValue, path: path, status: status.code, seconds: seconds)
        }
        context.logger.info(
            "request",
            metadata: Self.line(
                id: context.requestID, method: request.method.rawValue, path: path, status: status,
                seconds: seconds, bytes: bytes, account: context.account.withLockedValue { $0 }))
    }

    /// What the log says of a request.
    ///
    /// - Parameter path: the path as the interface writes it; `nil` for one that there is not.
    static func line(
        id: String, method: String, path: String?, status: HTTPResponse.Status, seconds: Double, bytes: Int,
        account: Int64?
    ) -> Logger.Metadata {
        [
            "id": "\(id)", "method": "\(method)", "path": "\(path ?? "other")",
            "status": .stringConvertible(status.code),
            "milliseconds": .stringConvertible((seconds * 10_000).rounded() / 10),
            "bytes": .stringConvertible(bytes), "account": "\(account.map { "\($0)" } ?? "none")",
        ]
    }
}

/// Counts the bytes of a body while it is sent.
private struct CountingWriter: ResponseBodyWriter {
    var writer: any ResponseBodyWriter
    let count: NIOLockedValueBox<Int>

    @concurrent mutating func write(_ buffer: ByteBuffer) async throws {
        try await writer.write(buffer)
        count.withLockedValue { $0 += buffer.readableBytes }
    }

    @concurrent consuming func finish(_ trailingHeaders: HTTPFields?) async throws {
        try await writer.finish(trailingHeaders)
    }
}
