import HTTPTypes

extension APIError {
    /// An address sent too many requests.
    static func tooManyRequests(seconds: Double) -> APIError {
        APIError(
            .tooManyRequests, "There were too many requests from this address. Come again later.",
            headers: [.retryAfter: "\(Int(seconds.rounded(.up)))"])
    }

    /// The server was asked under a name that is not its own.
    static func wrongHost(_ authority: String?) -> APIError {
        guard let authority else { return APIError(.badRequest, "The request has no header Host.") }
        return APIError(
            .misdirectedRequest,
            "The server is not asked under the name \(authority.prefix(100)): the setting allowed-hosts allows names."
        )
    }

    /// There is no such address.
    static var nothingThere: APIError { APIError(.notFound, "There is nothing at this address.") }

    /// A page of the web asks that nobody allowed.
    static var wrongOrigin: APIError {
        APIError(
            .forbidden, "A page of another site may not do this: the setting cors-origins allows origins.")
    }
}
