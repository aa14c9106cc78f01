import ArgumentParser
import Speech

/// How questions sound and how answers are recorded.
struct SoundOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The interviewer's voice, by name or language. Left out: en-gb.", valueName: "name"))
    var voice: String?
    @Option(
        help: ArgumentHelp(
            "The interviewer's pace in words a minute, 80 to 450. Left out: 160.", valueName: "words"))
    var rate: Int?
    @Flag(help: "Do not play questions; they are still written to the session folder.") var silent = false
    @Option(
        help: ArgumentHelp("The input to record from, by name (`viva doctor` lists them).", valueName: "name")
    )
    var device: String?
    @Option(
        help: ArgumentHelp(
            "End an answer after so many seconds of silence; without it, Enter ends it.", valueName: "seconds"
        ))
    var stopAfterSilence: Double?

    /// The options of the plan among these that were given, as they are written: how the interviewer speaks is part of
    /// it, what plays and records is not.
    var givenForPlan: [String] {
        [("--voice", voice != nil), ("--rate", rate != nil)].filter(\.1).map(\.0)
    }

    var style: SpeakingStyle { SpeakingStyle(voice: voice ?? "en-gb", rateWordsPerMinute: rate ?? 160) }
}
