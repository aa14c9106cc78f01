public import Foundation
public import HTTPClient
public import Speech

/// Speech recognition by a transcription endpoint: OpenAI's, or any server that speaks its interface
/// (`POST /audio/transcriptions`, platform.openai.com/docs/api-reference/audio).
///
/// ```swift
/// let recognizer = try EndpointRecognizer(EndpointConfiguration(baseURL: url, model: "whisper-1"))
/// let words = try await recognizer.recognize(utterance)
/// ```
///
/// Speech leaves the machine when the endpoint is another one. What is expected of the answer goes along as the prompt.
public actor EndpointRecognizer: Recognizer {
    /// The shortest audio that is sent, in seconds: OpenAI's endpoint refuses less, and no word is shorter.
    public static let minimumUtteranceSeconds = 0.1

    /// The model and the host, for example `whisper-1 at api.openai.com`.
    public nonisolated let name: String

    private let configuration: EndpointConfiguration
    private let transport: HTTPTransport
    private let key: ServiceKey
    private var prompt = ""
    private var form = EndpointForm.Detail.timedWords

    /// Prepares an endpoint; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - transport: What sends the requests; recognisers may share one.
    ///   - environment: Where the key is looked up.
    /// - Throws: `RecognitionError.engineFailed` when the configuration cannot be used.
    public init(
        _ configuration: EndpointConfiguration, transport: HTTPTransport,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(RecognitionError) {
        let name = configuration.model + " at " + configuration.address.host
        if let fault = configuration.fault { throw .engineFailed(engine: name, reason: fault) }
        guard let key = ServiceKey(variable: configuration.keyVariable, environment: environment) else {
            throw .engineFailed(engine: name, reason: ServiceKey.fault(of: configuration.keyVariable))
        }
        self.name = name
        self.key = key
        self.configuration = configuration
        self.transport = transport
    }

    /// Expects an answer from here on: what is known of it becomes the prompt.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        prompt = HearingPrompt(context).text
    }

    /// The words of a whole utterance, with times from the start of the recording that lie within its audio. Confidence is
    /// the endpoint's own chance of a word, or else that of its segment; `nil` when it says neither.
    ///
    /// - Throws: `RecognitionError.unanswered` when the endpoint cannot be reached, breaks off, takes too long, has too much to do or
    ///   fails itself, which may pass; `engineFailed` when it does not take the key, the address or the model; `decodingFailed` when it fails
    ///   on this utterance or the task was cancelled.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        let time = utterance.audio.time
        guard time.durationSeconds >= Self.minimumUtteranceSeconds else { return [] }
        let file = SpeechWAV(utterance.audio).bytes
        var response = try await ask(file, about: time)
        if form == .timedWords, EndpointAnswer.refusesDetail(response) {
            // Some models and servers know plain JSON only; from here on they are asked for that.
            form = .textAlone
            response = try await ask(file, about: time)
        }
        let answer = EndpointAnswer(response, engine: name, key: key)
        if let failure = answer.failure(time: time) { throw failure }
        do throws(HeardTextError) {
            return try HeardPlacement(utterance: utterance).words(HeardFormat.json.read(response.body))
        } catch {
            throw .decodingFailed(
                time: time, reason: key.removed(from: "the answer of \(name) cannot be understood: \(error)"))
        }
    }

    /// Nothing: the endpoint is asked for whole utterances only, because every request costs time and perhaps money.
    public nonisolated func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String { "" }

    private func ask(_ file: [UInt8], about time: TimeRange) async throws(RecognitionError) -> HTTPResponse {
        var headers: HTTPHeaders = ["Accept": "application/json"]
        if let field = key.authorization { headers["Authorization"] = field }
        let whole =
            configuration.answerLimit
            + .seconds(time.durationSeconds * max(0, configuration.secondsPerAudioSecond))
        let parts = EndpointForm(
            file: file, model: configuration.model, language: configuration.language, prompt: prompt,
            detail: form
        ).parts
        let request = HTTPRequest(
            .post, configuration.url, headers: headers, body: .multipart(parts),
            limits: HTTPLimits(
                connect: configuration.connectLimit, whole: whole,
                bodyBytes: EndpointConfiguration.limitAnswerBytes), delivery: .repeatable)
        do throws(HTTPError) {
            return try await transport.send(request, retrying: configuration.retries)
        } catch {
            let reason = key.removed(from: "\(error)")
            switch error.reason {
            case .encryptionFailed, .invalidRequest: throw .engineFailed(engine: name, reason: reason)
            case .unresolved, .unreachable, .connectTimedOut, .timedOut, .stalled, .brokenOff, .failed:
                throw .unanswered(engine: name, reason: reason)
            case .badAnswer, .tooLarge, .redirectRefused, .fileFailed, .cancelled:
                throw .decodingFailed(time: time, reason: reason)
            }
        }
    }
}
