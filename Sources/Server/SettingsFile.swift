import Yams

/// A file of settings in YAML: `name: value`, one setting a line, lists with hyphens or commas.
///
/// ```yaml
/// host: 0.0.0.0
/// allowed-hosts: [viva.example.com]
/// ```
public struct SettingsFile: Sendable, Hashable {
    /// What it says of a setting.
    public struct Entry: Sendable, Hashable {
        /// The text; the texts of a list have commas between.
        public let value: String
        /// The line, from 1.
        public let line: Int
    }

    /// How errors call it.
    public let path: String
    /// By the names of settings.
    public let entries: [String: Entry]

    /// No file.
    public init() {
        path = ""
        entries = [:]
    }

    /// Reads the text of a file.
    ///
    /// - Parameter path: how errors call it.
    /// - Throws: `SettingError` when it is no YAML, or names a setting that there is not.
    public init(_ text: String, path: String) throws(SettingError) {
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw SettingError(place: path, reason: "is not YAML: \(Self.reason(error))")
        }
        self.path = path
        guard let root, root.null == nil else {
            entries = [:]
            return
        }
        guard let mapping = root.mapping else {
            throw SettingError(place: path, reason: "must have settings, one a line, such as port: 8000")
        }
        var entries: [String: Entry] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            let line = key.mark?.line ?? 1
            let place = "\(path), line \(line): \(name)"
            guard ServerSetting.all.contains(where: { $0.name == name }) else {
                let names = ServerSetting.all.map(\.name).joined(separator: ", ")
                throw SettingError(place: place, reason: "is no setting; there are \(names)")
            }
            guard let text = value.scalar?.string ?? Self.list(value) else {
                throw SettingError(place: place, reason: "must be a text, or a list of texts")
            }
            entries[name] = Entry(value: text, line: line)
        }
        self.entries = entries
    }

    private static func list(_ node: Node) -> String? {
        guard let sequence = node.sequence else { return nil }
        let texts = sequence.compactMap { $0.scalar?.string }
        return texts.count == sequence.count ? texts.joined(separator: ",") : nil
    }

    private static func reason(_ error: any Error) -> String {
        guard case .parser(_, let problem, let mark, _)? = error as? YamlError else { return "\(error)" }
        return "line \(mark.line): \(problem)"
    }
}
