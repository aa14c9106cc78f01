import Storage

/// Why a batch could not begin or had to stop.
public enum BatchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Results are there already and were not to be replaced.
    case resultsExist(paths: [String], count: Int)
    /// A file or folder of the output could not be written; results that were finished before are whole.
    case outputFailed(path: String, reason: String)
    /// Another batch writes to the same folder.
    case outputInUse(path: String)
    /// A list of questions or of paths is wrong in a line.
    case badLine(source: String, line: Int, reason: String)
    /// A list could not be read.
    case unreadable(source: String, reason: String)

    /// Why the system refused something, in its own words.
    public static func reason(_ error: any Error) -> String { StorageError.systemReason(error) }

    /// What was being done, on what, why it failed and what to do.
    public var description: String {
        switch self {
        case .resultsExist(let paths, let count):
            "\(count == 1 ? "A result is" : "\(count) results are") there already: "
                + paths.map(\.onOneLine).joined(separator: ", ") + (count > paths.count ? ", ..." : "")
                + ". Give --resume to go on where a run ended, --overwrite to hear all anew, or another "
                + "--output-dir. (--resume replaces only what manifest.jsonl knows as a result.)"
        case .outputFailed(let path, let reason):
            "Writing \(path.onOneLine) failed: \(reason). Nothing half-written is left, and results that were "
                + "finished are whole: make room or another --output-dir, and go on with --resume."
        case .outputInUse(let path):
            "Another viva is writing to \(path.onOneLine): wait for it, or give this one another --output-dir "
                + "or a --shard."
        case .badLine(let source, let line, let reason): "\(source.onOneLine), line \(line): \(reason)"
        case .unreadable(let source, let reason): "\(source.onOneLine) cannot be read: \(reason)."
        }
    }
}
