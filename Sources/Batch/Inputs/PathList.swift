/// A list of paths as programs write it: one a line, or each ended by a NUL as `find -print0` does, so that names with
/// line ends pass.
public struct PathList: Sendable, Equatable {
    /// A path that cannot be named.
    public struct Failure: Error, Sendable, Equatable {
        /// The path, as well as it can be shown.
        public var path: String
        /// Why.
        public var error: BatchError
    }

    /// The paths in their order; empty lines are left out.
    public var paths: [String]
    /// Paths that are not UTF-8.
    public var failures: [Failure] = []

    /// Reads a list; with one NUL in it line ends belong to the names.
    public init(_ bytes: [UInt8], source: String) {
        let isNULSeparated = bytes.contains(0)
        paths = []
        for (index, field) in bytes.split(
            separator: isNULSeparated ? 0 : UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).enumerated() {
            var field = field
            if !isNULSeparated, field.last == UInt8(ascii: "\r") { field.removeLast() }
            guard !field.isEmpty else { continue }
            guard let path = String(validating: field, as: UTF8.self) else {
                let shown = String(decoding: field, as: UTF8.self)
                let reason = "\(shown.onOneLine) is not UTF-8 and cannot be written down; rename the file."
                failures.append(
                    Failure(path: shown, error: .badLine(source: source, line: index + 1, reason: reason)))
                continue
            }
            paths.append(path)
        }
    }
}
