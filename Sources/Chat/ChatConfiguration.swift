public import Foundation
public import HTTPClient

/// Where and how a language model is asked: over any endpoint with OpenAI's chat completions, such as OpenAI, Groq,
/// Gemini's compatible endpoint, Ollama or llama.cpp's server.
public struct ChatConfiguration: Sendable, Hashable {
    /// The address before `/chat/completions`, for example `http://localhost:11434/v1`.
    public var baseURL: URL
    /// The model, for example `llama3.1`.
    public var model: String
    /// The environment variable that holds the key; when it is not set or empty, none is sent.
    public var keyVariable: String
    /// What may carry texts and the key.
    public var carriage: ServiceCarriage
    /// How long connecting may take.
    public var connectLimit: Duration
    /// How long one try may take from beginning to end.
    public var answerLimit: Duration
    /// How long all tries of all requests that belong together may take, such as a judgement and its repair. Waiting
    /// for the budget does not count.
    public var wholeLimit: Duration
    /// When a request is sent again.
    public var retries: RetryPolicy
    /// How many requests may be sent in any 60 s, at least 1; `nil` for any number.
    public var requestsPerMinute: Int?
    /// The longest wait for the next request that the budget allows.
    public var longestBudgetWait: Duration
    /// How much chance has a part in the answer, 0...2.
    public var temperature: Double
    /// The longest answer, in tokens of the model.
    public var maxTokens: Int

    /// The largest answer, in bytes: many times the tokens that a judgement takes.
    public static let limitAnswerBytes = 1 << 20

    /// An endpoint; left out, with the limits of a service on the internet: 10 s to connect, a minute to answer,
    /// a minute and a half in all, three tries, any number of requests, at most 5 s of waiting for the budget.
    public init(
        baseURL: URL, model: String, keyVariable: String = "OPENAI_API_KEY",
        carriage: ServiceCarriage = .encrypted, connectLimit: Duration = .seconds(10),
        answerLimit: Duration = .seconds(60), wholeLimit: Duration = .seconds(90),
        retries: RetryPolicy = RetryPolicy(),
        requestsPerMinute: Int? = nil, longestBudgetWait: Duration = .seconds(5), temperature: Double = 0.3,
        maxTokens: Int = 4000
    ) {
        self.baseURL = baseURL
        self.model = model
        self.keyVariable = keyVariable
        self.carriage = carriage
        self.connectLimit = connectLimit
        self.answerLimit = answerLimit
        self.wholeLimit = wholeLimit
        self.retries = retries
        self.requestsPerMinute = requestsPerMinute
        self.longestBudgetWait = longestBudgetWait
        self.temperature = temperature
        self.maxTokens = maxTokens
    }

    /// The model and the host, for example `llama3.1 at localhost`.
    public var name: String { model + " at " + address.host }

    /// Why nothing can be asked with it, as the end of a sentence; `nil` when it can.
    public var fault: String? {
        if let fault = address.fault(keyVariable: keyVariable, danger: "read the answers") { return fault }
        if model.isEmpty { return "no model is named" }
        if let requestsPerMinute, requestsPerMinute < 1 { return "it allows no request a minute" }
        guard (0...2).contains(temperature) else { return "its temperature \(temperature) is outside 0 to 2" }
        return maxTokens < 1 ? "it allows no token" : nil
    }

    /// Where it is.
    var address: ServiceAddress { ServiceAddress(baseURL, carriage: carriage) }
}
