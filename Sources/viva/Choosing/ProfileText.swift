import Documents

/// The text of a job description or a resume that the user names.
enum ProfileText {
    /// The text of a file, or of standard input for `-`.
    ///
    /// - Throws: `CommandFailure` when standard input cannot be read; `DocumentError` when the document has no text for us,
    ///   with what to do.
    static func read(_ path: String, option: String) async throws -> DocumentText {
        let reader = DocumentReader()
        guard path == "-" else { return try await reader.read(path, name: "\(option) \(path)") }
        let bytes = try StandardInput.readAll(limitBytes: reader.limits.bytes)
        return try await reader.read(bytes, name: "\(option) standard input")
    }
}
