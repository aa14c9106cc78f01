import ArgumentParser
import Delivery
import Practice
import Speech

/// What each ear hears where nobody speaks, and what noise takes from it where somebody does.
struct SilenceBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "silence",
        abstract: "Words that ears put out where nobody speaks, and words that they keep in noise.",
        discussion: """
            Each ear hears a minute of each made sound through the whole pipeline, the speech detector included: every \
            word is one too many.

            With --speech-in-noise recordings of a corpus are heard under white noise. The share kept is of the words that \
            Whisper alone gets right without any speech detector, in windows of \(SpeechInNoise.windowSeconds) s.

            EXAMPLES
              viva-bench silence
              viva-bench silence --speech-in-noise --corpus recordings --limit 3
            """)

    @Option(parsing: .upToNextOption, help: "Only these ears: pocketsphinx, whisper, two-ears.")
    var ears = BenchEar.allCases
    @Option(help: "How long each sound is, in seconds.") var seconds = 60.0
    @Flag(help: "Hear speech under noise instead.") var speechInNoise = false
    @Option(parsing: .upToNextOption, help: "Folders with a manifest.tsv, for speech in noise.")
    var corpus: [String] = []
    @Option(help: "At most so many recordings, evenly spread.") var limit: Int?
    @Option(help: "How far the noise is below the speech, in dB.") var snr = 5.0

    func validate() throws {
        guard seconds > 0 else { throw ValidationError("--seconds is above 0.") }
        guard speechInNoise != corpus.isEmpty else {
            throw ValidationError("--speech-in-noise and --corpus go together.")
        }
        if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    }

    func run() async throws {
        var made: [(ear: BenchEar, recognizer: any Recognizer)] = []
        for ear in ears { made.append((ear, try await ear.make())) }
        if speechInNoise {
            let recordings = try corpus.flatMap(CorpusTable.read).filter { $0.transcript != nil }
            let whisper = try await BenchEar.whisper.make()
            var noise = SpeechInNoise(ears: made, whisper: whisper, signalToNoiseDB: snr)
            try await noise.hear(recordings.evenlySpread(limit))
            return noise.report()
        }
        print("sound\tear\twords\ttext")
        for sound in MadeSound.allCases {
            let samples = sound.samples(seconds: seconds)
            for (ear, recognizer) in made {
                let analyzer = AnswerAnalyzer(recognizer: recognizer, fillers: ear.fillers)
                let transcript = try await analyzer.analyze(SampleStream(samples)).transcript
                print("\(sound.rawValue)\t\(ear.rawValue)\t\(transcript.words.count)\t\(transcript.text)")
            }
        }
    }
}
