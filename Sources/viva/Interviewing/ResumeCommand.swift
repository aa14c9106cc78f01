/// The command line that goes on with an interview, ready to be pasted into a shell.
struct ResumeCommand: CustomStringConvertible {
    /// The option that says how to answer, for example `--text`.
    var way: String
    /// The number of the interview.
    var number: Int64
    /// The folder in which it is kept, when one was named.
    var home: String?
    /// Files and folders with questions of one's own that were named.
    var bank: [String] = []

    var description: String {
        let banks = bank.map { " --bank \(ShellText.quoted($0))" }.joined()
        return ShellText.viva("practice \(way) --resume --session \(number)", home: home) + banks
    }
}
