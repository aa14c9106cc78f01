import ArgumentParser
import Audio
import Delivery
import Practice
import Recognition
import Speech
import Synthesis

/// `viva align`: when each word of a known text was said in a recording.
struct Align: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find when each word of a text was said in a recording, and which were not.",
        discussion: """
            One line for each word: when it begins, when it ends, how well the sound bears it out, the word.
            Words that were not said have - for times. Fillers between the words (um, uh) are in brackets, speech that
            is not in the text is [...]. The recording is read twice, so it must be a file.

            A text that does not match the recording is refused with exit code 65.

            EXAMPLES
              viva align answer.wav "I worked with a small team."
              viva align answer.wav --text-file transcript.txt
              viva align --json talk.flac --text-file talk.txt | jq '.alignment.words[] | select(.isSaid | not)'
            """)

    @Argument(
        help: ArgumentHelp("The recording.", valueName: "file"), completion: .file())
    var file: String
    @Argument(help: ArgumentHelp("What was said in it.", valueName: "text")) var text: String?
    @Option(
        help: ArgumentHelp("A file with what was said; - is standard input.", valueName: "file"),
        completion: .file())
    var textFile: String?
    @OptionGroup var model: ModelOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (text == nil) != (textFile == nil) else {
            throw ValidationError("Give the text or --text-file, and not both.")
        }
        guard file != "-" else {
            throw ValidationError("The recording is read twice and cannot be standard input: name a file.")
        }
    }

    private struct Output: Encodable {
        var file: String
        var durationSeconds: Double?
        var alignment: AlignedText
        /// Words of the text that are in no dictionary: they are found only by the words around them.
        var unknownWords: [String]
        /// What was wrong with the file, and how parts of the first pass were heard otherwise than they should have been.
        var warnings: [String]
    }

    /// What the first pass gave.
    private struct FirstPass {
        /// Roughly what is said where.
        var segments: [Transcript.Segment]
        var warnings: [String]
    }

    func run() async throws {
        EndAtOnce.onSignals()
        let words = try AlignedTextSource(text: text, file: textFile).words()
        let audio = try await AudioFile.open(.file(path: file))
        let ear = try model.ear(common)
        let aligner = try TextAligner(
            model: model.pocketSphinx, lexicon: try await ear.interview().lexicon,
            pronouncer: EspeakSynthesizer.shared)
        let heard = try await hear(audio, with: ear)
        guard !heard.segments.isEmpty else {
            throw CommandFailure(
                .badInput, "\(file): no speech was found in the recording, so there is nothing to align.")
        }
        let plan = try await aligner.plan(words, heard: heard.segments)
        let result = AlignedText(plan: plan, pieces: try await align(audio, plan: plan, with: aligner))
        let unknown = plan.unpronounceable.map { plan.text[$0] }
        if common.json {
            try JSONOutput.print(
                Output(
                    file: audio.name, durationSeconds: audio.info.durationSeconds, alignment: result,
                    unknownWords: unknown, warnings: heard.warnings))
        } else if result.verdict != .doesNotMatch {
            AlignmentView(result, palette: common.palette).lines.forEach { Terminal.output.print($0) }
        }
        try report(result, unknown: unknown)
    }

    /// Hears the recording once.
    private func hear(_ audio: AudioFile, with ear: InterviewEar) async throws -> FirstPass {
        let analyzer = AnswerAnalyzer(recognizers: try await model.recognizers(of: ear).all())
        var bar = ProgressBar(
            audio.name, totalSeconds: audio.info.durationSeconds, isWanted: !common.quiet)
        defer { bar.clear() }
        let stream = try audio.buffers()
        let analysis = try await analyzer.analyze(stream) { event in
            if case .reached(let seconds) = event { bar.reach(seconds) }
        }
        bar.clear()
        // How far its words can be relied upon says nothing about the text that was given.
        let warnings = await stream.report.warnings + analysis.transcript.remarks
        for warning in warnings { common.note("viva: \(audio.name): \(warning)") }
        return FirstPass(segments: analysis.transcript.segments, warnings: warnings)
    }

    /// The second pass: the same utterances, each searched for its words.
    private func align(
        _ audio: AudioFile, plan: TextPlan, with aligner: TextAligner
    ) async throws -> [AlignedPiece] {
        var pieces: [AlignedPiece] = []
        try await audio.forEachUtterance { utterance in
            pieces.append(try await aligner.align(plan, utterance: pieces.count, utterance))
        }
        return pieces
    }

    private func report(_ result: AlignedText, unknown: [String]) throws {
        let said = result.words.count(where: \.isSaid)
        if !unknown.isEmpty {
            let shown = Set(unknown).sorted().prefix(8).joined(separator: ", ")
            common.note("viva: in no dictionary, so found only by the words around them: \(shown)")
        }
        switch result.verdict {
        case .matches: break
        case .matchesInPart:
            let other = TextLayout.number((1 - result.coveredShare) * 100)
            common.note(
                "viva: \(file): the text matches in part: \(said) of \(result.words.count) words were found, and \(other) % of "
                    + "the speech is something else.")
        case .doesNotMatch:
            let percent = TextLayout.number(result.matchShare * 100)
            throw CommandFailure(
                .badInput,
                "\(file): the text is not what is said in the recording: only \(percent) % of its words could have "
                    + "been. Give the text of this recording, or see what `viva transcribe` hears.")
        }
    }
}
