import Foundation

/// The environment variables that a command gets: all but those that look like keys.
struct CommandEnvironment: Sendable {
    /// What the names of secrets hold.
    private static let marks = ["KEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "CREDENTIAL"]

    /// The variables.
    let values: [String: String]
    /// The values of those that look like keys and are passed on nevertheless: they must not appear in an error.
    private let secrets: [String]

    init(_ environment: [String: String], passing names: Set<String>) {
        values = environment.filter { !Self.isSecret($0.key) || names.contains($0.key) }
        secrets = values.filter { Self.isSecret($0.key) && !$0.value.isEmpty }.map(\.value)
            // The longest first: one may be the beginning of another.
            .sorted { $0.count > $1.count }
    }

    private static func isSecret(_ name: String) -> Bool {
        let name = name.uppercased()
        return marks.contains { name.contains($0) }
    }

    /// A text in which no secret appears.
    func removed(from text: String) -> String {
        secrets.reduce(text) { $0.replacingOccurrences(of: $1, with: "(left out)") }
    }
}
