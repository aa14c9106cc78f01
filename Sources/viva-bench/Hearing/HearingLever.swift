import ArgumentParser
import Audio
import Delivery
import Evaluation
import Foundation
import HTTPClient
import Interview
import Practice
import Recognition
import Speech
import Storage
import Synthesis

/// One way to hear a recording. The levers of Viva come one on top of the other, so that each shows what it adds.
struct HearingLever: Sendable {
    /// How it hears.
    enum Way: Sendable {
        /// The program that everything is compared with, as a process of its own.
        case stock
        /// faster-whisper as a process of its own.
        case fasterWhisper
        /// Viva's own way, in a process that hears one recording. `usesQuestion` says whether it makes use of what is
        /// known of the answer.
        case own(usesQuestion: Bool, @Sendable (HearingTask) async throws -> HeardRecording)
    }

    /// Its name in reports and for `--levers`.
    var name: String
    /// What it is, in a few words.
    var summary: String
    /// How it hears.
    var way: Way

    /// Whether it makes use of what is known of the answer.
    var usesQuestion: Bool {
        if case .own(let usesQuestion, _) = way { usesQuestion } else { false }
    }

    /// Whether it asks the server that runs beside it: its task names the address.
    var asksServer: Bool { name == Self.endpoint.name }

    /// Whether it runs a program that does not come with Viva or its packages.
    var needsPeers: Bool {
        if case .fasterWhisper = way { true } else { asksServer }
    }

    /// Those that are run when none is named, in the order in which they were added.
    static let all = [
        HearingLever(
            name: "stock", summary: "\(StockRecognizer.program) -infile, its default values", way: .stock),
        .recognizer(
            "segmentation", "own speech detection, each utterance decoded as a whole", usesQuestion: false,
            fillers: .asHeard
        ) { _ in try PocketSphinxRecognizer(options: unverified) },
        .recognizer(
            "vocabulary", "+ the terms and the language model of interviews", usesQuestion: false,
            fillers: .asHeard
        ) { _ in try PocketSphinxRecognizer(options: unverified, interview: try await interview()) },
        .recognizer(
            "question", "+ the language model of the question", usesQuestion: true, fillers: .asHeard
        ) { _ in try PocketSphinxRecognizer(options: unverified, interview: try await interview()) },
        .recognizer(
            "verification", "+ words that were only expected are marked", usesQuestion: true,
            fillers: .asHeard
        ) { _ in try PocketSphinxRecognizer(interview: try await interview()) },
        .recognizer("fillers", "+ filled pauses by their sound", usesQuestion: true) { _ in
            try await BenchEar.pocketSphinx.make()
        },
    ]

    /// All that may be named: also those that need a model or a program that may not be installed, and the one that hears
    /// no words by itself.
    static let named =
        all + [
            live, liveCareful, liveQuick, whisper, liveText, twoEars, liveTwoEars, fasterWhisper, endpoint,
            alignment,
        ]

    private static let live = HearingLever.listener(
        "live", "the ear of fillers while somebody speaks: shorter utterances, heard as they come",
        ear: .pocketSphinx)

    private static let liveCareful = HearingLever.listener(
        "live-careful", "the ear of live as a server has it for one who speaks", ear: .pocketSphinx,
        options: .careful)

    private static let liveQuick = HearingLever.listener(
        "live-quick", "the same where several speak at once", ear: .pocketSphinx, options: .quick)

    private static let liveTwoEars = HearingLever.listener(
        "live-two-ears", "the ear of two-ears while somebody speaks: each utterance by itself", ear: .twoEars)

    private static let whisper = HearingLever.recognizer(
        "whisper", "the Whisper model of VIVA_BENCH_WHISPER, else tiny.en, alone", usesQuestion: true,
        fillers: BenchEar.whisper.fillers
    ) { _ in try await BenchEar.whisper.make() }

    private static let liveText = HearingLever.recognizer(
        "live-text", "the text that the same model shows while somebody speaks, its words without times",
        usesQuestion: true, fillers: BenchEar.whisper.fillers
    ) { _ in LiveTextRecognizer(recognizer: try await BenchEar.whisper.make()) }

    private static let twoEars = HearingLever.recognizer(
        "two-ears", "the same, its words found in the sound by PocketSphinx, and filled pauses",
        usesQuestion: true
    ) { _ in try await BenchEar.twoEars.make() }

    private static let fasterWhisper = HearingLever(
        name: "faster-whisper",
        summary:
            "faster-whisper with the weights of VIVA_BENCH_CT2, beam of 5, 32-bit floats, one thread, word times, no "
            + "speech detector, no question",
        way: .fasterWhisper)

    private static let endpoint = HearingLever.recognizer(
        "endpoint",
        "faster-whisper as a server on this machine, asked as any endpoint is; its time and memory count, its start does "
            + "not", usesQuestion: true, fillers: .asHeard
    ) { task in
        guard let address = task.endpoint, let url = URL(string: address) else {
            throw ValidationError("The task names no endpoint.")
        }
        // Without an environment no key is found, and none is sent.
        return try EndpointRecognizer(
            EndpointConfiguration(
                baseURL: url, model: "tiny.en", secondsPerAudioSecond: 10, retries: RetryPolicy(tries: 1)),
            transport: try HTTPTransport(), environment: [:])
    }

    /// The text is given: when its words were said, and the fillers between them.
    private static let alignment = HearingLever(
        name: "alignment", summary: "the transcript, without its fillers, laid onto the recording",
        way: .own(usesQuestion: false) { task in
            let interview = try await Self.interview()
            let recognizer = try PocketSphinxRecognizer(interview: interview)
            let aligner = try TextAligner(lexicon: interview.lexicon, pronouncer: EspeakSynthesizer.shared)
            let start = ProcessorTime.seconds
            var (utterances, heard) = ([Utterance](), [Transcript.Segment]())
            try await AudioFile.open(.file(path: task.path)).forEachUtterance { utterance in
                let words = try await recognizer.recognize(utterance)
                heard.append(Transcript.Segment(time: utterance.speech, words: words))
                utterances.append(utterance)
            }
            let text = (task.transcript ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
                .filter { !Word.filledPauses.contains($0.lowercased()) }
            let aligned = try await aligner.align(text, to: utterances, heard: heard)
            return HeardRecording(words: aligned.spokenWords, startSeconds: start)
        })

    private static let unverified = {
        var options = PocketSphinxOptions()
        options.verification = .off
        return options
    }()

    /// What is expected of interviews, from the folders `models` and `questions` of the current folder.
    static func interview() async throws -> InterviewModel {
        try await InterviewModel(
            folder: HearingFolder(path: "models"), questions: try questions(),
            pronouncer: EspeakSynthesizer.shared)
    }

    /// What is known of the answers to the questions of the folder `questions` of the current folder.
    static func questions() throws -> [HearingContext] {
        try QuestionBankFile.load(directory: "questions").questions.map {
            $0.rubric.hearingContext(terms: $0.tags)
        }
    }

    /// A lever that is a recogniser in the pipeline of `viva transcribe`.
    static func recognizer(
        _ name: String, _ summary: String, usesQuestion: Bool, fillers: AnswerAnalyzer.Fillers = .bySound,
        make: @escaping @Sendable (HearingTask) async throws -> any Recognizer
    ) -> HearingLever {
        HearingLever(
            name: name, summary: summary,
            way: .own(usesQuestion: usesQuestion) { task in
                let recognizer = try await make(task)
                let start = ProcessorTime.seconds
                if usesQuestion { try await recognizer.expect(task.context) }
                let analyzer = AnswerAnalyzer(recognizer: recognizer, fillers: fillers)
                let analysis = try await analyzer.analyze(AudioFile.open(.file(path: task.path)))
                return HeardRecording(words: analysis.transcript.words, startSeconds: start)
            })
    }

    /// A lever that is an ear in the pipeline of an answer that is being spoken, with previews; sound comes as fast as it is taken.
    private static func listener(
        _ name: String, _ summary: String, ear: BenchEar, options: PocketSphinxOptions = PocketSphinxOptions()
    ) -> HearingLever {
        HearingLever(
            name: name, summary: summary,
            way: .own(usesQuestion: true) { task in
                let recognizer = try await ear.make(options)
                let start = ProcessorTime.seconds
                try await recognizer.expect(task.context)
                return HeardRecording(
                    words: try await words(of: task.path, along: recognizer), startSeconds: start)
            })
    }

    /// The words of a recording as an answer that is being spoken is heard.
    static func words(of path: String, along recognizer: any Recognizer) async throws -> [Word] {
        var listener = AnswerListener(recognizer: recognizer, previews: AnswerRecorder.previews)
        for try await buffer in try await AudioFile.open(.file(path: path)).buffers() {
            _ = try await listener.process(buffer)
        }
        return try await listener.finish().analysis.transcript.words
    }
}

/// A recording to hear, with what is known of the answer in it.
struct HearingTask: Codable, Sendable {
    /// The audio file.
    var path: String
    /// What is known; `nil` when nothing is.
    var context: HearingContext?
    /// What is said, for the way that is told.
    var transcript: String?
    /// The base address of the server, for the way that asks one.
    var endpoint: String?
}
