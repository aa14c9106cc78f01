public import Foundation
public import HTTPClient

/// Where and how a transcription endpoint is asked: OpenAI's own, or any server that speaks its interface.
public struct EndpointConfiguration: Sendable, Hashable {
    /// What may carry speech and a key over the network.
    public enum Carriage: Sendable, Hashable {
        /// `https`, and plain `http` to this machine itself.
        case encrypted
        /// Plain `http` to any host too: for a network that is trusted.
        case plainAllowed
    }

    /// The address before `/audio/transcriptions`, for example `https://api.openai.com/v1`.
    public var baseURL: URL
    /// The model, for example `whisper-1`.
    public var model: String
    /// The environment variable that holds the key; when it is not set or empty, none is sent.
    public var keyVariable: String
    /// The language of the answers (ISO 639-1).
    public var language: String
    /// What may carry speech.
    public var carriage: Carriage
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
        carriage: Carriage = .encrypted, connectLimit: Duration = .seconds(10),
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

    /// The address that is asked; one that is given whole is taken as it is.
    var url: URL {
        let path = baseURL.path
        return path.hasSuffix("/audio/transcriptions")
            ? baseURL : baseURL.appendingPathComponent("audio/transcriptions")
    }

    /// Why nothing can be asked with it; `nil` when it can.
    var fault: String? {
        let scheme = baseURL.scheme?.lowercased() ?? ""
        guard ["http", "https"].contains(scheme), !(baseURL.host ?? "").isEmpty else {
            return "its base address must be one such as https://api.openai.com/v1"
        }
        guard baseURL.user == nil, baseURL.password == nil else {
            return
                "its base address holds a user name or password; put the key into the environment variable "
                + keyVariable
        }
        guard scheme == "https" || baseURL.isLoopback || carriage == .plainAllowed else {
            return
                "\(HTTPTarget.shown(baseURL)) is not encrypted, so others could hear the speech and read the "
                + "key; use https, or allow plain http explicitly"
        }
        return model.isEmpty ? "no model is named" : nil
    }
}
