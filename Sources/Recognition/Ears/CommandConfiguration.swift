/// Which program hears utterances, and how it is run. No shell is involved: arguments go to it as they are.
///
/// ```swift
/// CommandConfiguration(
///     program: "whisper-cli", arguments: ["-m", "ggml-base.en.bin", "-l", "{language}", "-f", "{file}"])
/// ```
public struct CommandConfiguration: Sendable, Hashable {
    /// The program: a path, or a name that is looked up in `PATH`.
    public var program: String
    /// Its arguments, in which `{file}` stands for the path of the WAV file (16 kHz, one channel, 16 bit), `{prompt}` for
    /// what is expected of the answer and `{language}` for the language.
    public var arguments: [String]
    /// What it prints.
    public var format: HeardFormat
    /// The language of the answers (ISO 639-1).
    public var language: String
    /// The environment variables that it gets although their names look like those of keys.
    public var passedVariables: Set<String>
    /// How long it may run, whatever the audio.
    public var timeLimit: Duration
    /// How much longer it may run, in seconds for each second of audio.
    public var secondsPerAudioSecond: Double
    /// The most that it may print, in bytes.
    public var limitOutputBytes: Int

    /// How much of its messages is kept for an error, in bytes: the last of them.
    public static let keptMessageBytes = 2048

    /// A program; left out, it may run 30 s and four times the audio and print 4 MiB.
    public init(
        program: String, arguments: [String], format: HeardFormat = .auto, language: String = "en",
        passedVariables: Set<String> = [], timeLimit: Duration = .seconds(30),
        secondsPerAudioSecond: Double = 4, limitOutputBytes: Int = 4 << 20
    ) {
        self.program = program
        self.arguments = arguments
        self.format = format
        self.language = language
        self.passedVariables = passedVariables
        self.timeLimit = timeLimit
        self.secondsPerAudioSecond = secondsPerAudioSecond
        self.limitOutputBytes = limitOutputBytes
    }

    /// The arguments for one file. What stands for a placeholder is not searched for others.
    func arguments(file: String, prompt: String) -> [String] {
        let values = ["{file}": file, "{prompt}": prompt, "{language}": language]
        return arguments.map { argument in
            var text = ""
            var rest = argument[...]
            while let brace = rest.firstIndex(of: "{") {
                text += rest[..<brace]
                rest = rest[brace...]
                if let (name, value) = values.first(where: { rest.hasPrefix($0.key) }) {
                    text += value
                    rest = rest.dropFirst(name.count)
                } else {
                    text.append(rest.removeFirst())
                }
            }
            return text + rest
        }
    }

    /// Why nothing can be run with it; `nil` when it can.
    var fault: String? {
        if program.isEmpty { return "no program is named" }
        if ([program] + arguments).contains(where: { $0.contains("\0") }) {
            return "its program or an argument holds a zero byte"
        }
        guard arguments.contains(where: { $0.contains("{file}") }) else {
            return "none of its arguments holds {file}, which stands for the recording"
        }
        return nil
    }
}
