public import Foundation

/// What a request asks for, as people and logs may read it: the method and the address without what may be secret.
///
/// User names, passwords, the values of the query and the fragment are left out.
public struct HTTPTarget: Sendable, Hashable, CustomStringConvertible {
    /// For example `POST https://api.example.org/v1/audio?key=…`.
    public let description: String

    /// A target in words, where there is no address.
    init(_ description: String) { self.description = description }

    /// The target of a request of `method` to `url`.
    public init(method: HTTPRequest.Method, url: URL) {
        description = "\(method.rawValue) \(Self.shown(url))"
    }

    /// An address without what may be secret.
    public static func shown(_ url: URL) -> String {
        guard var parts = URLComponents(url: url, resolvingAgainstBaseURL: true) else {
            return "an address that cannot be read"
        }
        let names = (parts.queryItems ?? []).map { $0.value == nil ? "…" : "\($0.name)=…" }
        parts.user = nil
        parts.password = nil
        parts.fragment = nil
        parts.query = nil
        guard let text = parts.string else { return "an address that cannot be read" }
        return names.isEmpty ? text : text + "?" + names.joined(separator: "&")
    }
}
