import SystemPackage

/// How far a long run has come, for the person who waits.
enum ProgressNote {
    /// Writes a line on standard error.
    static func write(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll((text + "\n").utf8)
    }
}
