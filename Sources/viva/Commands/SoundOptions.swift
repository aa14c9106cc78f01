import ArgumentParser
import Speech

/// How questions sound and how answers are recorded.
struct SoundOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The interviewer's voice, by name or language.", valueName: "name"))
    var voice: String = "en-gb"
    @Option(help: ArgumentHelp("The interviewer's pace in words a minute, 80 to 450.", valueName: "words"))
    var rate: Int = 160
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

    var style: SpeakingStyle { SpeakingStyle(voice: voice, rateWordsPerMinute: rate) }
}
