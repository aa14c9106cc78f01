public import ArgumentParser
public import Batch

/// Which recordings a batch holds and what becomes of their transcripts.
struct BatchOptions: ParsableArguments {
    @Flag(help: "Search folders, and the folders in them, for recordings.")
    var recursive = false

    @Flag(
        help: ArgumentHelp(
            "Read paths from standard input, one a line or each ended by NUL (also: the path @-)."))
    var stdinList = false

    @Option(
        help: ArgumentHelp(
            "Write files into this folder, which mirrors the recordings' own folders. With --format alone: the "
                + "current folder.", valueName: "folder"),
        completion: .directory)
    var outputDir: String?

    @Option(
        help: ArgumentHelp(
            "What to write: txt, json, srt, vtt, tsv, ctm, textgrid, several with commas, or all. With --output-dir "
                + "alone: txt.", valueName: "formats"))
    var format: FormatList?

    @Flag(help: "Replace results that are there.") var overwrite = false

    @Flag(help: "Go on where a run ended: recordings whose results are complete are not heard again.")
    var resume = false

    @Option(
        help: ArgumentHelp(
            "Only one of several equal parts, for example 3/8; give each machine the same recordings.",
            valueName: "part"))
    var shard: Shard?

    @Option(help: ArgumentHelp("The question that the recordings answer.", valueName: "text"))
    var question: String?

    @Option(help: ArgumentHelp("A good answer to --question.", valueName: "text"))
    var reference: String?

    @Option(
        help: ArgumentHelp(
            "JSON lines with file, question, reference, key_points: what each recording answers.",
            valueName: "file"),
        completion: .file())
    var questions: String?

    func validate() throws {
        guard !overwrite || !resume else {
            throw ValidationError("--overwrite and --resume exclude each other.")
        }
        guard question == nil || questions == nil else {
            throw ValidationError("--question and --questions exclude each other.")
        }
        guard reference == nil || question != nil else {
            throw ValidationError("--reference goes with --question.")
        }
        guard question?.allSatisfy(\.isWhitespace) != true, reference?.allSatisfy(\.isWhitespace) != true
        else {
            throw ValidationError("--question and --reference need words.")
        }
        guard outputDir?.isEmpty != true else { throw ValidationError("--output-dir needs a folder.") }
        guard !overwrite && !resume || writesFiles else {
            throw ValidationError(
                "--overwrite and --resume are about files: name a --format or an --output-dir.")
        }
    }

    /// Whether results become files; else they are printed.
    var writesFiles: Bool { outputDir != nil || format != nil }

    /// The formats to write.
    var formats: [OutputFormat] { format?.formats ?? [.txt] }

    /// What happens with results that are there.
    var existing: ResultPlan.Existing { overwrite ? .replaced : resume ? .resumed : .refused }
}

/// Formats as the user lists them.
struct FormatList: ExpressibleByArgument {
    var formats: [OutputFormat]

    init?(argument: String) {
        if argument.lowercased() == "all" {
            formats = OutputFormat.allCases
            return
        }
        formats = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let format = OutputFormat(rawValue: name.lowercased()) else { return nil }
            if !formats.contains(format) { formats.append(format) }
        }
    }
}

extension Shard: ExpressibleByArgument {
    /// Reads `3/8`.
    public init?(argument: String) { self.init(argument) }
}
