import Evaluation
import HTTPClient
import Interview
import Recognition
import Speech
import Synthesis
import Vocabulary

/// What this machine hears interviews with: the models of the engines, and what is expected of interviews, which are read
/// once and shared by all recognisers.
actor InterviewEar {
    private let model: PocketSphinxModel
    private let engine: HearingEngine
    private let options: PocketSphinxOptions
    private var making: Task<InterviewModel, any Error>?
    private var whisper: Result<WhisperModel, RecognitionError>?
    private var transport: HTTPTransport?

    init(
        model: PocketSphinxModel, engine: HearingEngine = .pocketSphinx,
        options: PocketSphinxOptions = PocketSphinxOptions()
    ) {
        self.options = options
        self.model = model
        self.engine = engine
    }

    /// A recogniser; the first one waits for what is expected of interviews.
    func recognizer() async throws(RecognitionError) -> any Recognizer {
        guard let words = try wordEar() else {
            return LivePocketSphinx(try await pocketSphinx()) { [self] () async throws(RecognitionError) in
                try await pocketSphinx()
            }
        }
        let aligner = try TextAligner(
            model: model, lexicon: try await interview().lexicon, pronouncer: EspeakSynthesizer.shared)
        return TwoEarsRecognizer(words: words, aligner: aligner) { [self] () async throws(RecognitionError) in
            try await pocketSphinx()
        }
    }

    private func pocketSphinx() async throws(RecognitionError) -> PocketSphinxRecognizer {
        try PocketSphinxRecognizer(model: model, options: options, interview: try await interview())
    }

    /// What hears the words beside PocketSphinx; `nil` when nothing does. A Whisper model that cannot be used is no reason
    /// to hear nothing; a command or an endpoint that cannot be asked is a mistake of the user's to mend.
    private func wordEar() throws(RecognitionError) -> (any Recognizer)? {
        switch engine {
        case .pocketSphinx: return nil
        case .endpoint(let endpoint): return try EndpointRecognizer(endpoint, transport: try openTransport())
        case .command(let command): return try CommandRecognizer(command)
        case .whisper(let name):
            let opened =
                whisper
                ?? Result { () throws(RecognitionError) in try InstalledWhisper.open(name) }
            whisper = opened
            switch opened {
            case .success(let model): return WhisperRecognizer(model: model)
            case .failure(let error): return UnusableEar(name: name, error: error)
            }
        }
    }

    private func openTransport() throws(RecognitionError) -> HTTPTransport {
        do throws(HTTPError) {
            if let transport { return transport }
            let opened = try HTTPTransport()
            transport = opened
            return opened
        } catch {
            throw .engineFailed(engine: "The client for the endpoint", reason: "\(error)")
        }
    }

    /// Writes what was heard as people write it.
    func writtenText() async throws(RecognitionError) -> WrittenText {
        WrittenText(lexicon: try await interview().lexicon)
    }

    /// What is expected of interviews.
    func interview() async throws(RecognitionError) -> InterviewModel {
        let making =
            making
            ?? Task { [model] in
                let questions = try Questions.expected().map {
                    $0.rubric.hearingContext(terms: $0.tags)
                }
                return try await InterviewModel(
                    folder: HearingFolder(path: Places.data() + "/models"), questions: questions,
                    pronouncer: EspeakSynthesizer.shared, model: model)
            }
        self.making = making
        do {
            return try await making.value
        } catch let error as RecognitionError {
            throw error
        } catch {
            // The reason stands within a sentence.
            let reason = "\(error)"
            throw .engineFailed(
                engine: "The recogniser with what is expected of interviews",
                reason: reason.hasSuffix(".") ? String(reason.dropLast()) : reason)
        }
    }
}
