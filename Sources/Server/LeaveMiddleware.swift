import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore

/// A client that waits for leave to send its body (`Expect: 100-continue`) gets it when somebody reads the body: what is refused before
/// need not be sent.
struct LeaveMiddleware: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard request.headers[.expect] != nil else { return try await next(request, context) }
        var request = request
        request.body = RequestBody(
            asyncSequence: AskedForBody(body: request.body, channel: context.channel))
        return try await next(request, context)
    }
}

/// That somebody wants to read the body of the request, told to the connection.
struct BodyIsWanted: Sendable {}

/// A body that is asked for when it is read.
private struct AskedForBody: AsyncSequence, Sendable {
    let body: RequestBody
    let channel: any Channel

    func makeAsyncIterator() -> RequestBody.AsyncIterator {
        // A connection that is no more has nobody to ask.
        channel.triggerUserOutboundEvent(BodyIsWanted(), promise: nil)
        return body.makeAsyncIterator()
    }
}
