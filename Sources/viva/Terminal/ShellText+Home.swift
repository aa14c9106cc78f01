import Archive

extension ShellText {
    /// A command line of Viva's that works on the same folder as this one, to be pasted into a shell.
    ///
    /// - Parameter home: the folder that was named for the archive; `nil` for the usual one.
    static func viva(_ words: String, home: String?) -> String {
        "viva \(words)" + (home.map { " --home \(quoted($0))" } ?? "")
    }
}

extension Archive {
    /// The folder that was named for it; `nil` for the usual one.
    var home: String? { Places.named(folder) }

    /// A command line of Viva's that works on this archive, to be pasted into a shell.
    func viva(_ words: String) -> String { ShellText.viva(words, home: home) }
}

extension ArchiveOptions {
    /// A command line of Viva's that works on the same archive, to be pasted into a shell.
    func viva(_ words: String) -> String { ShellText.viva(words, home: home) }
}
