import Hummingbird

/// Refuses addresses that send too many requests.
struct RateMiddleware: RouterMiddleware {
    /// How often each may.
    let limiter: RateLimiter

    @concurrent func handle(
        _ request: Request, context: ServerContext,
        next: @concurrent (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        if let seconds = limiter.wait(for: context.client(of: request)) {
            throw APIError.tooManyRequests(seconds: seconds)
        }
        return try await next(request, context)
    }
}
