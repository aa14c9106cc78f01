import Crypto
import FoundationEssentials

/// Whose failures to sign in are counted.
public enum LoginSubject: Sendable, Hashable {
    /// Those for the name of an account, whether there is one or not, from wherever they come.
    case login(String)
    /// Those for a name from an address of the network.
    case loginFrom(String, address: String)
    /// Those from an address of the network, for whatever name.
    case address(String)

    /// What they are kept under: not the name, since people type passwords in its place. All for a name begin with the same.
    var key: String {
        switch self {
        case .login(let name): "login " + Self.hash(name.folded)
        case .loginFrom(let name, let address): Self.login(name).key + " " + Self.hash(address)
        case .address(let address): "address " + Self.hash(address)
        }
    }

    /// What an address is kept under.
    static func hash(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
