import Accounts
import Credentials
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Records
import Service
import Web

/// The pages for admins, below `/admin/`: they do what the interface does (`AdminResource`), for whoever has a browser. No page runs anything,
/// every form has a token of the session that it was made for, and what was done is told on the page that a browser is sent to behind it.
struct AdminPages: Sendable {
    /// What admins do.
    let admin: AdminService
    /// What there is.
    let resources: [AdminResource]
    /// How the server stands.
    let health: AdminHealthEndpoints
    /// Finds out who asks.
    let doorkeeper: Doorkeeper
    /// How many bytes a form may have.
    let limitBodyBytes: Int
    let templates = PageTemplates()
    /// What forms have where nobody signs in: another one each time that the server begins.
    let localToken = FormToken(secret: Secret.token())

    /// A request for a page.
    struct Visit: Sendable {
        let visitor: AdminVisitor
        let query: [(name: String, value: String)]
        /// What was sent; `nil` for looking.
        let form: PostedForm?

        var caller: Caller { visitor.caller }
        /// A parameter behind the question mark.
        func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }
    }

    /// Adds the pages to a router.
    func add(to router: Router<ServerContext>) {
        for path in ["/admin", "/admin/**"] as [RouterPath] {
            for method in [.get, .post] as [HTTPRequest.Method] {
                router.on(path, method: method) { request, context in
                    try await answer(request, context)
                }
            }
            for method in [.put, .patch, .delete, .trace] as [HTTPRequest.Method] {
                router.on(path, method: method) { request, _ -> Response in
                    throw APIError(
                        .methodNotAllowed, "\(request.method) cannot be done here, only GET, HEAD, POST.",
                        headers: [.allow: "GET, HEAD, POST"])
                }
            }
        }
    }

    /// The resource of a name.
    ///
    /// - Throws: `APIError` with status 404.
    func resource(_ name: String) throws(APIError) -> AdminResource {
        guard let resource = resources.first(where: { $0.name == name }) else { throw Self.nothing }
        return resource
    }

    static let nothing = APIError(.notFound, "There is no page at this address.")

    // MARK: Answering

    private func answer(_ request: Request, _ context: ServerContext) async throws -> Response {
        var visitor: AdminVisitor?
        do {
            let parts = request.uri.path.split(separator: "/").dropFirst().map { String($0) }
            guard let path = AdminPath(parts) else { throw Self.nothing }
            if path == .style { return style() }
            visitor = try await doorkeeper.visitor(of: request, in: context, localToken: localToken)
            if path == .signIn { return try await signIn(request, context, visitor) }
            guard let visitor else { return toSignIn(request) }
            var context = context
            context.requester = visitor.caller.requester
            return try await answer(path, request, visitor)
        } catch {
            let refusal = RefusalMiddleware.refusal(error)
            if refusal.status.kind == .serverError {
                context.logger.error("\(refusal.detail)", metadata: ["request": "\(context.requestID)"])
            }
            return self.refusal(refusal, visitor)
        }
    }

    private func answer(
        _ path: AdminPath, _ request: Request, _ visitor: AdminVisitor
    ) async throws -> Response {
        var request = request
        var form: PostedForm?
        if request.method == .post {
            form = try await checkedForm(&request, visitor.token)
            if path == .signOut { return try await signOut(request, visitor) }
        }
        try admin.organization(of: visitor.caller)
        let visit = Visit(
            visitor: visitor, query: RequestTarget.query(request.uri.query ?? "") ?? [], form: form)
        switch path {
        case .index: return try await index(visit)
        case .health: return try await healthPage(visit)
        case .care(let work): return try await care(work, visit)
        case .list(let name): return try await list(try resource(name), visit)
        case .new(let name): return try await new(try resource(name), visit)
        case .deleteSeveral(let name): return try await deleteSeveral(try resource(name), visit)
        case .row(let name, let row): return try await show(try resource(name), row, visit)
        case .action(let name, let row, "edit"): return try await edit(try resource(name), row, visit)
        case .action(let name, let row, "delete"): return try await delete(try resource(name), row, visit)
        case .action(let name, let row, let action):
            return try await act(action, try resource(name), row, visit)
        case .style, .signIn, .signOut: throw Self.nothing
        }
    }

    /// The form that was sent from a page of the same session.
    ///
    /// - Throws: `APIError` with status 403 for one of another session, another site or none.
    func checkedForm(_ request: inout Request, _ token: FormToken) async throws -> PostedForm {
        // Pages that may use the interface may not send forms in somebody's name.
        let isOwn = OriginRule(allowed: []).allows(
            origin: request.headers[.origin], site: request.headers[.fetchSite],
            authority: request.head.authority)
        guard isOwn else { throw APIError.wrongOrigin }
        let form = try await PostedForm(&request, limitBytes: limitBodyBytes)
        guard token.isGood(form[FormToken.field]) else {
            throw APIError(
                .forbidden,
                "This form is not from a page of your session, or of one that has ended. Nothing was done: open the page again and send it once more."
            )
        }
        return form
    }

    // MARK: Pages

    /// A page.
    func page(
        _ name: PageTemplates.Name, _ title: String, _ values: [String: Any], for visit: Visit?,
        visitor: AdminVisitor? = nil, here: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let visitor = visitor ?? visit?.visitor
        var frame: [String: Any] = ["title": title, "styleVersion": AdminStyle.version]
        if let visitor {
            frame["header"] = [
                "who": visitor.name, "canSignOut": visitor.isSignedIn, "token": visitor.token.text,
                "links": links(visitor, here: here),
            ]
        }
        if visit?.form == nil, let done = visit?.parameter("done").flatMap({ Self.done[$0] }) {
            frame["done"] = done
        }
        var values = values
        values["token"] = visitor?.token.text ?? ""
        return html(templates.page(name, values, in: frame), status: status)
    }

    private static let done = [
        "saved": "It is saved.", "unchanged": "Nothing was different: it stays as it is.",
        "deleted": "It is deleted.", "made": "It is made.", "done": "It is done.",
    ]

    private func links(_ visitor: AdminVisitor, here: String?) -> [[String: Any]] {
        guard (try? admin.organization(of: visitor.caller)) != nil || admin.looksAfterAll(visitor.caller)
        else {
            return []
        }
        var links = resources.map { (name: $0.name, title: $0.title) }
        if admin.looksAfterAll(visitor.caller) { links.append(("health", "Health")) }
        return links.map {
            ["href": "/admin/\($0.name)/", "linkTitle": $0.title, "isHere": $0.name == here]
        }
    }

    func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .contentSecurityPolicy: AdminStyle.policy,
                // Without it browsers hide the origin of forms, and the server refuses those.
                .referrerPolicy: "same-origin",
            ], body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    private func style() -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/css; charset=utf-8", .cacheControl: "max-age=86400"],
            body: .init(byteBuffer: ByteBuffer(string: AdminStyle.sheet)))
    }

    /// Sends a browser to a page: what it was sent before is not sent again when somebody loads that anew.
    func go(to path: String, done: String? = nil, cookies: [String] = []) -> Response {
        var headers: HTTPFields = [.location: path + (done.map { "?done=\($0)" } ?? "")]
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }

    /// A page that says why something was not done.
    private func refusal(_ error: APIError, _ visitor: AdminVisitor?) -> Response {
        let heading =
            switch error.status {
            case .forbidden: "This is not allowed"
            case .notFound: "This is not there"
            case .conflict: "This does not fit"
            case .tooManyRequests: "Too many requests"
            default: error.status.kind == .serverError ? "Something failed" : "This was not understood"
            }
        var response = page(
            .notice, heading,
            ["heading": heading, "text": error.detail, "backHref": "/admin/", "backTitle": "To the start"],
            for: nil, visitor: visitor, status: error.status)
        for header in error.headers where header.name != .wwwAuthenticate {
            response.headers[header.name] = header.value
        }
        return response
    }
}
