/// What a client would like, as the header `Prefer` says it (RFC 7240).
public struct RequestPreferences: Sendable, Hashable {
    /// The preferences by their names in small letters; of a name that is there twice, the first.
    public let values: [String: String]

    /// Reads a header; what cannot be understood of it is left out.
    public init(_ header: String?) {
        var values: [String: String] = [:]
        for part in (header ?? "").split(separator: ",") {
            let sides = part.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            guard let name = sides.first?.trimmedBlanks.lowercased(), !name.isEmpty, values[name] == nil
            else { continue }
            values[name] = (sides.count > 1 ? sides[1].trimmedBlanks : "").trimming("\"")
        }
        self.values = values
    }

    /// For how many seconds the client waits for the whole of an answer; `nil` when it does not say.
    public var waitSeconds: Int? {
        if let wait = values["wait"].flatMap({ Int($0) }), wait >= 0 { return wait }
        return values["respond-async"] != nil ? 0 : nil
    }
}

extension StringProtocol {
    fileprivate func trimming(_ mark: Character) -> String {
        var text = self[...]
        if text.first == mark { text.removeFirst() }
        if text.last == mark { text.removeLast() }
        return String(text)
    }
}
