/// Text as a shell reads it back.
enum ShellText {
    /// A word of a command line, in single quotes when it has characters that mean something to a shell.
    static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "/._-+:@%,=".contains($0))
        }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
