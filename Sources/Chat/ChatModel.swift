public import Foundation
public import HTTPClient
import Speech

/// A language model behind an endpoint with OpenAI's chat completions.
///
/// ```swift
/// let model = try ChatModel(ChatConfiguration(baseURL: url, model: "llama3.1"), transport: transport)
/// let text = try await model.send(ChatRequest([ChatMessage(.user, "Name three colours.")]))
/// ```
///
/// What an endpoint takes of the interface is found out once and remembered. After `outagesBeforeRest` outages in a
/// row it is left alone for `restSeconds`, so that nobody waits for it again and again.
public actor ChatModel {
    /// How many failures in a row make it rest.
    public static let outagesBeforeRest = 3
    /// How long it rests, in seconds.
    public static let restSeconds = 60
    /// No answer can be had in less.
    private static let shortestTime = Duration.milliseconds(100)

    /// The model and the host, for example `llama3.1 at localhost`.
    public nonisolated let name: String
    /// How long requests that belong together may take in all.
    public nonisolated let wholeLimit: Duration

    private let configuration: ChatConfiguration
    private let transport: HTTPTransport
    private let key: ServiceKey
    private let clock: ChatClock
    private var dialect = ChatDialect()
    private var budget: RequestBudget?
    private var outages = 0
    private var restsUntil: Duration?

    /// Prepares a model; nothing is asked yet.
    ///
    /// - Parameters:
    ///   - transport: What sends the requests; models may share one.
    ///   - environment: Where the key is looked up.
    /// - Throws: `ChatError.unusable` when the configuration cannot be used.
    public init(
        _ configuration: ChatConfiguration, transport: HTTPTransport,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(ChatError) {
        try self.init(configuration, transport: transport, environment: environment, clock: .machine)
    }

    init(
        _ configuration: ChatConfiguration, transport: HTTPTransport, environment: [String: String],
        clock: ChatClock
    ) throws(ChatError) {
        name = configuration.name
        wholeLimit = configuration.wholeLimit
        if let fault = configuration.fault { throw .unusable(model: name, reason: fault) }
        guard let key = ServiceKey(variable: configuration.keyVariable, environment: environment) else {
            throw .unusable(model: name, reason: ServiceKey.fault(of: configuration.keyVariable))
        }
        self.key = key
        self.configuration = configuration
        self.transport = transport
        self.clock = clock
        budget = configuration.requestsPerMinute.map {
            RequestBudget(limit: $0, longestWait: configuration.longestBudgetWait)
        }
    }

    /// Asks the model and takes its answer as text: that of a request with a schema without a code fence. It is
    /// what the model says, and neither checked nor true by itself. The key is in none of its texts.
    ///
    /// - Throws: `ChatError` when there is no answer that can be used, or none within `wholeLimit`.
    public func send(_ request: ChatRequest) async throws(ChatError) -> String {
        var time = wholeLimit
        return try await send(request, within: &time)
    }

    /// The same for one of several requests that belong together.
    ///
    /// - Parameter time: How long they may still take; what this one takes is taken off. Waiting for the budget is
    ///   free.
    /// - Throws: `ChatError` when there is no answer that can be used, or none in that time.
    public func send(_ request: ChatRequest, within time: inout Duration) async throws(ChatError) -> String {
        if let restsUntil, restsUntil > clock.now() {
            throw .resting(model: name, nextInSeconds: Self.seconds(restsUntil - clock.now()))
        }
        do throws(ChatError) {
            let text = try await answer(to: request, within: &time)
            (outages, restsUntil) = (0, nil)
            return request.schema == nil ? text : ChatAnswer.document(in: text, key: key)
        } catch {
            outages = error.isOutage ? outages + 1 : 0
            if outages >= Self.outagesBeforeRest {
                restsUntil = clock.now() + .seconds(Self.restSeconds)
            }
            throw error
        }
    }

    private func answer(
        to request: ChatRequest, within time: inout Duration
    ) async throws(ChatError) -> String {
        var dialect = dialect
        while true {
            let answer = ChatAnswer(
                response: try await ask(request, dialect, within: &time), model: name, key: key)
            if answer.refusesFields, let next = dialect.next(after: answer.refusal, to: request) {
                dialect = next
                continue
            }
            // Only what was not refused is remembered: a refusal may have had another reason.
            if !answer.refusesFields { self.dialect = dialect }
            return try answer.text()
        }
    }

    private func ask(
        _ request: ChatRequest, _ dialect: ChatDialect, within time: inout Duration
    ) async throws(ChatError) -> HTTPResponse {
        var headers: HTTPHeaders = ["Accept": "application/json"]
        if let field = key.authorization { headers["Authorization"] = field }
        let post = HTTPRequest(
            .post, configuration.address.url("chat/completions"), headers: headers,
            body: .bytes(
                try encoded(dialect.body(of: request, for: configuration)), contentType: "application/json"),
            limits: HTTPLimits(
                connect: configuration.connectLimit, whole: request.answerLimit ?? configuration.answerLimit,
                bodyBytes: ChatConfiguration.limitAnswerBytes), delivery: .repeatable)
        guard time >= Self.shortestTime else { throw .outOfTime(model: name) }
        try await waitForBudget()
        let start = clock.now()
        defer { time -= clock.now() - start }
        do throws(HTTPError) {
            return try await transport.send(post, retrying: configuration.retries, within: time) { [self] in
                await countRetry()
            }
        } catch {
            if error.reason == .cancelled { throw .cancelled(model: name) }
            // Who had less time than an answer may take need not be away.
            if case .timedOut(let limit, _) = error.reason, limit < configuration.answerLimit {
                throw .outOfTime(model: name)
            }
            throw .unreachable(model: name, reason: key.removed(from: "\(error)"))
        }
    }

    private func encoded(_ body: JSONValue) throws(ChatError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(body)) } catch {
            throw .unusable(model: name, reason: "the request cannot be written as JSON (\(error))")
        }
    }

    private func waitForBudget() async throws(ChatError) {
        switch budget?.reserve(at: clock.now()) {
        case nil: return
        case .usedUp(let wait)?: throw .budgetUsedUp(model: name, nextInSeconds: Self.seconds(wait))
        case .send(let wait)?:
            guard wait > .zero else { return }
            do { try await clock.sleep(wait) } catch { throw .cancelled(model: name) }
        }
    }

    private func countRetry() { budget?.count(at: clock.now()) }

    /// Whole seconds, rounded up.
    private static func seconds(_ duration: Duration) -> Int {
        Int(duration.components.seconds) + (duration.components.attoseconds > 0 ? 1 : 0)
    }
}
