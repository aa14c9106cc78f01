/// Where a recording comes from.
public enum AudioInput: Sendable, Hashable {
    /// A file, or a named pipe, by its path.
    case file(path: String)
    /// The standard input of the process: the sound file that arrives there, or bare samples in the given
    /// format.
    case standardInput(RawFormat?)

    /// The input that a command-line argument means: `-` is the standard input, all else a path.
    public init(argument: String, rawFormat: RawFormat? = nil) {
        self = argument == "-" ? .standardInput(rawFormat) : .file(path: argument)
    }

    /// The input as a message names it.
    public var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "standard input"
        }
    }
}
