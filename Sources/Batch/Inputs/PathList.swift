/// A list of paths as programs write it: one a line, or each ended by a NUL as `find -print0` does, so that names with
/// line ends pass.
public struct PathList: Sendable, Equatable {
    /// The paths in their order; empty lines are left out.
    public var paths: [String]

    /// Reads a list; with one NUL in it line ends belong to the names.
    ///
    /// - Throws: `BatchError.badLine` for a name that is not UTF-8.
    public init(_ bytes: [UInt8], source: String) throws(BatchError) {
        let isNULSeparated = bytes.contains(0)
        paths = []
        for (index, field) in bytes.split(
            separator: isNULSeparated ? 0 : UInt8(ascii: "\n"), omittingEmptySubsequences: false
        ).enumerated() {
            var field = field
            if !isNULSeparated, field.last == UInt8(ascii: "\r") { field.removeLast() }
            guard !field.isEmpty else { continue }
            guard let path = String(validating: field, as: UTF8.self) else {
                throw .badLine(
                    source: source, line: index + 1,
                    reason: "the path is not UTF-8, so it cannot be named; rename the file.")
            }
            paths.append(path)
        }
    }
}
