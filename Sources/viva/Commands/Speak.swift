import ArgumentParser
import Audio
import FoundationEssentials
import Speech
import Synthesis

/// `viva speak`: text aloud, or into a WAV file.
struct Speak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speak a text aloud, or write it as a WAV file.",
        discussion: """
            Without --output the text is played; a machine without a speaker needs --output.

            EXAMPLES
              viva speak "Tell me about yourself."
              viva speak --output question.wav --voice en-us --rate 150 "What would you change?"
              viva speak - --output notes.wav < notes.txt
              viva speak --ssml --output pause.wav '<speak>Think. <break time="2s"/> Then answer.</speak>'
              viva speak --list-voices
            """)

    @Argument(help: ArgumentHelp("What to say; - reads it from standard input.", valueName: "text"))
    var text: String?

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("Write a WAV file, replacing one that is there.", valueName: "file"),
        completion: .file(extensions: ["wav"]))
    var output: String?

    @Option(help: ArgumentHelp("The voice, by name or language.", valueName: "name")) var voice: String =
        "en-gb"
    @Option(help: ArgumentHelp("The pace in words a minute, 80 to 450.", valueName: "words")) var rate: Int =
        160
    @Option(help: ArgumentHelp("The pitch, 0 to 100; 50 is the voice's own.", valueName: "pitch")) var pitch:
        Int = 50
    @Flag(help: "The text is SSML.") var ssml = false
    @Flag(help: "List the voices installed and stop.") var listVoices = false
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard listVoices || text != nil else {
            throw ValidationError("Give a text to speak, or - for standard input.")
        }
    }

    fileprivate struct Output: Encodable {
        var output: String?
        var durationSeconds: Double
        var sampleRateHz: Int
        var engine: String
        var words: [SynthesizedSpeech.SpokenWord]
    }

    func run() async throws {
        let synthesizer = EspeakSynthesizer.shared
        if listVoices { return try await list(synthesizer) }
        let style = SpeakingStyle(
            voice: voice, rateWordsPerMinute: rate, pitch: pitch, markup: ssml ? .ssml : .plain)
        let text = try text == "-" ? readStandardInput() : text ?? ""
        // SSML is one document and cannot be cut; plain text of any length is spoken passage by passage.
        let parts = ssml ? AnySequence([text]) : AnySequence(Passages(of: text))
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw SynthesisError.emptyText }
        let speaker = output == nil ? Speaker() : nil
        if let speaker, await !speaker.isAvailable {
            throw CommandFailure(
                .unavailable,
                "There is no device to play on: connect one, or write a file with --output FILE.")
        }
        var result = Output(
            output: output, durationSeconds: 0, sampleRateHz: 0, engine: synthesizer.name, words: [])
        var writer: WAVWriter?
        do {
            for part in parts {
                let speech = try await synthesizer.speak(part, style: style)
                if let output {
                    let file =
                        try writer
                        ?? WAVWriter(path: output, sampleRateHz: speech.sampleRateHz, ifExists: .replace)
                    writer = file
                    try await file.append(speech.samples)
                } else {
                    try await speaker?.play(speech.samples, sampleRateHz: speech.sampleRateHz)
                }
                result.add(speech)
            }
        } catch {
            // Half a text is not what was asked for: what was there before stays.
            try? await writer?.discard()
            throw error
        }
        guard result.durationSeconds > 0 else { throw SynthesisError.emptyText }
        try await writer?.finish()
        if common.json {
            try JSONOutput.print(result)
        } else if let output {
            common.note("\(output): \(TextLayout.number(result.durationSeconds, places: 1)) s of speech")
        }
    }

    private func list(_ synthesizer: EspeakSynthesizer) async throws {
        let voices = try await synthesizer.voices()
        if common.json { return try JSONOutput.print(voices) }
        for voice in voices {
            Terminal.output.print(
                TerminalText(
                    TextLayout.left(voice.language, 14) + TextLayout.left(voice.gender.rawValue, 13)
                        + voice.name))
        }
    }

    /// All of standard input as text.
    private func readStandardInput() throws -> String {
        let limitBytes = 16 << 20
        let data = try StandardInput.readAll(limitBytes: limitBytes)
        guard data.count <= limitBytes else {
            throw CommandFailure(
                .badInput, "The text on standard input has more than \(limitBytes >> 20) MB: split it.")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw CommandFailure(.badInput, "The text on standard input is not UTF-8.")
        }
        return text
    }
}

extension Speak.Output {
    /// Adds the next passage behind those already spoken.
    fileprivate mutating func add(_ speech: SynthesizedSpeech) {
        words += speech.words.map { word in
            var word = word
            word.time = TimeRange(
                startSeconds: word.time.startSeconds + durationSeconds,
                endSeconds: word.time.endSeconds + durationSeconds)
            return word
        }
        durationSeconds += speech.durationSeconds
        sampleRateHz = speech.sampleRateHz
    }
}
