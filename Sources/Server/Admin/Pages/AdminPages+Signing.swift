import Accounts
import Credentials
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Service
import Web

extension AdminPages {
    /// Sends somebody who has not signed in to where that is done, and from there to where they were going.
    func toSignIn(_ request: Request) -> Response {
        let target = request.head.path ?? ""
        guard request.method == .get, Self.isPage(target), target != "/admin/" else {
            return go(to: "/admin/sign-in/")
        }
        return go(to: "/admin/sign-in/?to=\(AdminText.encoded(target))")
    }

    /// Whether an address is that of a page for admins and no other.
    private static func isPage(_ target: String) -> Bool {
        target.hasPrefix("/admin/") && target.utf8.count <= 2000
            && target.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
    }

    /// The page on which one signs in, and signing in.
    func signIn(
        _ request: Request, _ context: ServerContext, _ visitor: AdminVisitor?
    ) async throws -> Response {
        guard case .accounts(let accounts, _) = doorkeeper, visitor?.isSignedIn ?? true else {
            return go(to: "/admin/")
        }
        let query = RequestTarget.query(request.uri.query ?? "") ?? []
        guard request.method == .post else {
            if visitor != nil { return go(to: "/admin/") }
            return signInPage(to: query.first { $0.name == "to" }?.value, request)
        }
        guard let secret = request.cookies[AdminVisitor.formCookie]?.value else {
            throw APIError(
                .forbidden,
                "The browser did not send back the cookie of the page. Allow cookies for this address, and open the page again."
            )
        }
        var request = request
        let form = try await checkedForm(&request, FormToken(secret: secret))
        let (name, to) = (form["username"] ?? "", form["to"])
        let token: String
        do throws(ServiceError) {
            token = try await accounts.loginOnPages(
                name, password: form["password"] ?? "", from: context.client(of: request).text)
        } catch {
            switch error {
            case .notSignedIn(let reason):
                return signInPage(to: to, request, name: name, fault: reason, status: .unauthorized)
            case .tooMany(let seconds, let reason):
                var response = signInPage(
                    to: to, request, name: name, fault: reason, status: .tooManyRequests)
                response.headers[.retryAfter] = "\(seconds)"
                return response
            default: throw error
            }
        }
        return go(
            to: to.flatMap { Self.isPage($0) ? $0 : nil } ?? "/admin/",
            cookies: [
                AdminVisitor.cookie(
                    AdminVisitor.cookie, token, seconds: AccountService.pageSeconds,
                    isSecure: request.isSecure),
                AdminVisitor.cookie(AdminVisitor.formCookie, "", seconds: 0, isSecure: request.isSecure),
            ])
    }

    private func signInPage(
        to: String?, _ request: Request, name: String = "", fault: String? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        // Each page that is open at once has the same secret, so that any of them can be sent.
        let secret = request.cookies[AdminVisitor.formCookie]?.value ?? Secret.token()
        var values: [String: Any] = [
            "to": to ?? "", "username": name, "token": FormToken(secret: secret).text,
        ]
        if let fault { values["faultText"] = fault }
        var response = html(
            templates.page(
                .signIn, values, in: ["title": "Sign in", "styleVersion": AdminStyle.version]), status: status
        )
        response.headers[.setCookie] = AdminVisitor.cookie(
            AdminVisitor.formCookie, secret, seconds: 3600, isSecure: request.isSecure)
        return response
    }

    /// Ends the session.
    func signOut(_ request: Request, _ visitor: AdminVisitor) async throws -> Response {
        if case .accounts(let accounts, _) = doorkeeper, visitor.isSignedIn,
            let token = request.cookies[AdminVisitor.cookie]?.value
        {
            try await accounts.logout(token, from: visitor.caller.address)
        }
        return go(
            to: "/admin/sign-in/",
            cookies: [AdminVisitor.cookie(AdminVisitor.cookie, "", seconds: 0, isSecure: request.isSecure)])
    }
}
