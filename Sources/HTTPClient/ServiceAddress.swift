package import Foundation

/// The base address of a service that speaks OpenAI's interface.
package struct ServiceAddress: Sendable, Hashable {
    /// For example `https://api.openai.com/v1`.
    package var base: URL
    /// What may carry what is sent.
    package var carriage: ServiceCarriage

    /// A base address.
    package init(_ base: URL, carriage: ServiceCarriage) {
        self.base = base
        self.carriage = carriage
    }

    /// The host; "no host" where there is none.
    package var host: String {
        let host = base.host ?? ""
        return host.isEmpty ? "no host" : host
    }

    /// The address of a part of the service such as `chat/completions`; a base that is given whole is taken as it is.
    package func url(_ part: String) -> URL {
        base.path.hasSuffix("/" + part) ? base : base.appendingPathComponent(part)
    }

    /// Why nothing may be sent there, as the end of a sentence; `nil` when it may.
    ///
    /// - Parameters:
    ///   - keyVariable: the environment variable in which a key belongs.
    ///   - danger: what others could do without encryption, for example "hear the speech".
    package func fault(keyVariable: String, danger: String) -> String? {
        let scheme = base.scheme?.lowercased() ?? ""
        guard ["http", "https"].contains(scheme), !(base.host ?? "").isEmpty else {
            return "its base address must be one such as https://api.openai.com/v1"
        }
        guard base.user == nil, base.password == nil else {
            return
                "its base address holds a user name or password; put the key into the environment variable "
                + keyVariable
        }
        guard scheme == "https" || base.isLoopback || carriage == .plainAllowed else {
            return
                "\(HTTPTarget.shown(base)) is not encrypted, so others could \(danger) and read the "
                + "key; use https, or allow plain http explicitly"
        }
        return nil
    }
}
