public import Foundation
public import HTTPClient

/// Where and how a transcription endpoint is asked: OpenAI's own, or any server that speaks its interface.
public struct EndpointConfiguration: Sendable, Hashable {
    /// The address before `/audio/transcriptions`, for example `https://api.openai.com/v1`.
    public var baseURL: URL
    /// The model, for example `whisper-1`.
    public var model: String
    /// The environment variable that holds the key; when it is not set or empty, none is sent.
    public var keyVariable: String
    /// The language of the answers (ISO 639-1).
    public var language: String
    /// What may carry speech.
    public var carriage: ServiceCarriage
    /// How long connecting may take.
    public var connectLimit: Duration
    /// How long one try may take, whatever the audio.
    public var answerLimit: Duration
    /// How much longer one try may take, in seconds for each second of audio.
    public var secondsPerAudioSecond: Double
    /// When a request is sent again.
    public var retries: RetryPolicy

    /// The largest answer, in bytes: an hour of words with times is less.
    public static let limitAnswerBytes = 4 << 20

    /// An endpoint; left out, with the limits of a service on the internet: 10 s to connect, 30 s and twice the audio to
    /// answer, three tries.
    public init(
        baseURL: URL, model: String, keyVariable: String = "OPENAI_API_KEY", language: String = "en",
        carriage: ServiceCarriage = .encrypted, connectLimit: Duration = .seconds(10),
        answerLimit: Duration = .seconds(30), secondsPerAudioSecond: Double = 2,
        retries: RetryPolicy = RetryPolicy()
    ) {
        self.baseURL = baseURL
        self.model = model
        self.keyVariable = keyVariable
        self.language = language
        self.carriage = carriage
        self.connectLimit = connectLimit
        self.answerLimit = answerLimit
        self.secondsPerAudioSecond = secondsPerAudioSecond
        self.retries = retries
    }

    /// Where it is.
    var address: ServiceAddress { ServiceAddress(baseURL, carriage: carriage) }

    /// The address that is asked; one that is given whole is taken as it is.
    var url: URL { address.url("audio/transcriptions") }

    /// Why nothing can be asked with it; `nil` when it can.
    var fault: String? {
        address.fault(keyVariable: keyVariable, danger: "hear the speech")
            ?? (model.isEmpty ? "no model is named" : nil)
    }
}
