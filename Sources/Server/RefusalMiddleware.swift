import HTTPTypes
import Hummingbird
import Logging
import NIOHTTP1
import Service

/// Turns every error into a refusal with a body, and says under which id the log has the request.
struct RefusalMiddleware: RouterMiddleware {
    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do { response = try await next(request, context) } catch {
            let refusal = Self.refusal(error)
            // That too much is asked at once, or something unknown, is told to who asks and no fault of the server.
            if refusal.status == .internalServerError {
                context.logger.error(
                    "\(refusal.cause ?? refusal.detail)", metadata: ["request": "\(context.requestID)"])
            }
            response = refusal.response(requestID: context.requestID)
        }
        response.headers[.requestID] = context.requestID
        return response
    }

    static func refusal(_ error: any Error) -> APIError {
        switch error {
        case let error as APIError: error
        case let error as HTTPError where error.status == .notFound:
            .nothingThere
        case let error as HTTPParserError:
            APIError(.badRequest, "The body breaks off, or is not what its headers say: \(error).")
        case let error as HTTPError: APIError(error.status, error.body ?? error.status.reasonPhrase)
        default: APIError(ServiceError(error))
        }
    }
}

extension HTTPField.Name {
    /// The id of a request, as clients and proxies give and read it.
    static let requestID = HTTPField.Name("X-Request-ID") ?? .location
}
