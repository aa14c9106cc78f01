import Accounts
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
import Service
import Speech
import Web

/// Brings requests to the endpoints that are there: finds out who asks, reads parameters and bodies, and refuses what does not fit.
struct EndpointRouter: Sendable {
    /// What can be asked for.
    let endpoints: [Endpoint]
    /// Finds out who asks.
    let doorkeeper: Doorkeeper
    /// How many bytes a body of JSON may have.
    let limitBodyBytes: Int
    /// How many bytes a form with files may have.
    let limitUploadBytes: Int
    /// Where files of forms are put until their requests are answered.
    let uploadFolder: String

    /// Adds the endpoints to a router; a method that a path has not is refused with those that it has.
    func add(to router: Router<ServerContext>) {
        for (path, endpoints) in Dictionary(grouping: endpoints, by: \.operation.path) {
            var methods = Set(endpoints.map(\.operation.method))
            if methods.contains("GET") { methods.insert("HEAD") }
            for endpoint in endpoints {
                guard let method = HTTPRequest.Method(rawValue: endpoint.operation.method) else { continue }
                router.on(RouterPath(path), method: method) { request, context in
                    try await answer(endpoint, request, context)
                }
            }
            let allowed = methods.union(["OPTIONS"]).sorted().joined(separator: ", ")
            router.on(RouterPath(path), method: .options) { _, _ in
                Response(status: .noContent, headers: [.allow: allowed])
            }
            for method in Self.methods where !methods.contains(method.rawValue) {
                router.on(RouterPath(path), method: method) { request, _ -> Response in
                    throw APIError(
                        .methodNotAllowed, "\(request.method) cannot be done here, only \(allowed).",
                        headers: [.allow: allowed])
                }
            }
        }
    }

    private static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .trace, .query,
    ]

    private func answer(
        _ endpoint: Endpoint, _ request: Request, _ context: ServerContext
    ) async throws -> Response {
        var request = request
        var context = context
        let requester =
            switch endpoint.access {
            case .account: try await doorkeeper.requester(of: request, in: context)
            case .everybody: Requester.nobody
            }
        context.requester = requester
        let query = try Self.query(of: request, as: endpoint.query)
        guard let upload = endpoint.upload, endpoint.body == nil || Self.isForm(request) else {
            let limit =
                endpoint.access == .everybody
                ? min(limitBodyBytes, Endpoint.limitOpenBodyBytes) : limitBodyBytes
            let body = try await self.body(of: &request, as: endpoint.body, limitBytes: limit)
            return try await endpoint.run(
                Call(request: request, context: context, requester: requester, query: query, body: body))
        }
        let place = try await endpoint.admit(
            Call(
                request: request, context: context, requester: requester, query: query,
                body: try Self.read([:], as: RequestForm("", []))))
        defer { place?.leave() }
        var reader = UploadReader(upload, folder: uploadFolder, limitTextBytes: limitBodyBytes)
        let values = try await reader.read(request, limitBytes: limitUploadBytes)
        defer { reader.removeFiles() }
        return try await endpoint.run(
            Call(
                request: request, context: context, requester: requester, query: query, body: values,
                files: reader.files, place: place))
    }

    private static func isForm(_ request: Request) -> Bool {
        HeaderParameters(request.headers[.contentType] ?? "").value == "multipart/form-data"
    }

    private static func query(of request: Request, as form: RequestForm) throws(APIError) -> RequestValues {
        // What is not known is let through: addresses gather parameters on their way.
        let pairs = (RequestTarget.query(request.uri.query ?? "") ?? []).filter { pair in
            form.fields.contains { $0.name == pair.name }
        }
        var values: [String: JSONValue] = [:]
        for (name, pairs) in Dictionary(grouping: pairs, by: \.name) {
            guard let field = form.fields.first(where: { $0.name == name }) else { continue }
            let texts = pairs.map(\.value)
            if texts.count > 1, !field.field.schema.isList {
                throw APIError(
                    .badRequest, "\(name) is there \(texts.count) times, and may be once.",
                    faults: [SchemaFault(name, "must be there once")])
            }
            values[name] = field.field.schema.value(ofQuery: texts.joined(separator: ","))
        }
        return try read(.object(values), as: form)
    }

    private func body(
        of request: inout Request, as form: RequestForm?, limitBytes: Int
    ) async throws -> RequestValues {
        guard let form else { return try Self.read([:], as: RequestForm("", [])) }
        let buffer: ByteBuffer
        do { buffer = try await request.collectBody(upTo: limitBytes) } catch is NIOTooManyBytesError {
            throw APIError(.contentTooLarge, "The body has more than \(limitBytes) bytes.")
        }
        guard buffer.readableBytes > 0 else { return try Self.read([:], as: form) }
        guard let type = request.headers[.contentType].flatMap({ MediaType(from: $0) }),
            type.isType(.applicationJson)
        else {
            throw APIError(
                .unsupportedMediaType, "The body must be JSON: say Content-Type: application/json.")
        }
        guard String(validating: buffer.readableBytesView, as: UTF8.self) != nil else {
            throw APIError(.badRequest, "The body is not UTF-8.")
        }
        let json: JSONValue
        do { json = try JSONDecoder().decode(JSONValue.self, from: Data(buffer.readableBytesView)) } catch {
            throw APIError(.badRequest, "The body is no JSON document: \(Self.reason(error)).")
        }
        return try Self.read(json, as: form)
    }

    static func read(_ json: JSONValue, as form: RequestForm) throws(APIError) -> RequestValues {
        do throws(RequestFaults) { return try form.values(of: json) } catch {
            throw APIError(.badRequest, error.description, faults: error.faults)
        }
    }

    private static func reason(_ error: any Error) -> String {
        if case .dataCorrupted(let context) = error as? DecodingError {
            return String(context.debugDescription.trimmingSuffix(".").prefix(200))
        }
        return "it has a value that cannot be read, such as a number that is too large"
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
