/// The command line that goes on with an interview, ready to be pasted into a shell.
struct ResumeCommand: CustomStringConvertible {
    /// The option that says how to answer, for example `--text`.
    var way: String
    /// The session folder.
    var path: String

    var description: String { "viva practice \(way) --resume --session \(quoted)" }

    /// The path as a shell reads it back: in single quotes when it has characters that mean something there.
    private var quoted: String {
        let isPlain = path.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:@%".contains($0))
        }
        return isPlain ? path : "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
