/// What a request asks for: a path and what stands behind the question mark.
public enum RequestTarget {
    /// How many bytes it may have.
    public static let limitBytes = 8192

    /// The path of what is asked for, as it came: what stands before the question mark, without scheme and host.
    public static func path(of target: String) -> Substring {
        let beginning = target.prefix { $0 != "?" && $0 != "#" }
        guard !beginning.hasPrefix("/"), let scheme = beginning.firstRange(of: "://") else {
            return beginning
        }
        let rest = beginning[scheme.upperBound...]
        return rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
    }

    /// Whether a path has a part without a name, as in `//admin/`: such a path names nothing, though some programs read it as another one.
    public static func hasEmptyPart(_ path: some StringProtocol) -> Bool { path.contains("//") }

    /// What is wrong with a path, as a sentence without its subject; `nil` for one that names something.
    ///
    /// Slashes and dots that are hidden behind percent signs are refused, so that no part of the server, and no proxy before it, sees another
    /// path than the rest.
    public static func fault(inPath path: String) -> String? {
        guard path.hasPrefix("/") else { return "must begin with a slash" }
        for segment in path.utf8.split(separator: UInt8(ascii: "/")) {
            guard let bytes = decoded(segment) else { return "has characters that must be written with %" }
            guard let text = String(validating: bytes, as: UTF8.self) else { return "is not UTF-8" }
            if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "has control characters" }
            if text.contains(where: { $0 == "/" || $0 == "\\" }) { return "has a slash inside a part" }
            if text == "." || text == ".." { return "has a part that is only dots" }
        }
        return nil
    }

    /// Whether a request names one host alone (RFC 9112, 3.2): a proxy before the server might go by the other name. One that names none
    /// is refused elsewhere.
    ///
    /// - Parameters:
    ///   - target: what is asked for: a path, or a whole address, which names the host again.
    ///   - hosts: the headers `Host`.
    public static func isOfOneHost(_ target: String, hosts: [String]) -> Bool {
        guard hosts.count <= 1 else { return false }
        guard !target.hasPrefix("/"), let scheme = target.firstRange(of: "://"), let host = hosts.first else {
            return true
        }
        let authority = target[scheme.upperBound...].prefix { !"/?#".contains($0) }
        return authority.lowercased() == host.lowercased()
    }

    /// The names and values behind a question mark, in their order; `nil` for what is not UTF-8 or not written as it must be.
    public static func query(_ text: String) -> [(name: String, value: String)]? {
        var pairs: [(name: String, value: String)] = []
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let mark = part.prefix { $0 != UInt8(ascii: "=") }
            guard let name = self.text(mark), let value = self.text(part.dropFirst(mark.count + 1)) else {
                return nil
            }
            pairs.append((name, value))
        }
        return pairs
    }

    private static func text(_ part: Substring.UTF8View) -> String? {
        guard let bytes = decoded(part, plusIsBlank: true), !bytes.contains(0) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The bytes that stand behind percent signs; `nil` where two figures do not follow, or a byte is no printing ASCII.
    static func decoded(_ part: some Collection<UInt8>, plusIsBlank: Bool = false) -> [UInt8]? {
        var bytes: [UInt8] = []
        var iterator = part.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(figure), let low = iterator.next().flatMap(figure)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsBlank: bytes.append(UInt8(ascii: " "))
            case 0x21...0x7E: bytes.append(byte)
            default: return nil
            }
        }
        return bytes
    }

    private static func figure(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
