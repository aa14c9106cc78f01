/// The command line that goes on with an interview, ready to be pasted into a shell.
struct ResumeCommand: CustomStringConvertible {
    /// The option that says how to answer, for example `--text`.
    var way: String
    /// The session folder.
    var path: String

    var description: String { "viva practice \(way) --resume --session \(ShellText.quoted(path))" }
}
