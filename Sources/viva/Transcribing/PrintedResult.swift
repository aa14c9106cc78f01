/// What is printed of one recording.
enum PrintedResult: Sendable {
    /// Documents for programs, a line each.
    case documents([String])
    /// Lines for people; may be none.
    case lines([TerminalText])

    /// Prints it on standard output.
    func print() {
        switch self {
        case .documents(let documents):
            for document in documents { Terminal.output.print(document: document) }
        case .lines(let lines): for line in lines { Terminal.output.print(line) }
        }
    }
}
