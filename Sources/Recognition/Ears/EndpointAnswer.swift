import Foundation
import HTTPClient
import Speech

/// What an endpoint's answer means, by its status.
struct EndpointAnswer: Sendable {
    private let response: HTTPResponse
    private let engine: String
    private let key: ServiceKey

    init(_ response: HTTPResponse, engine: String, key: ServiceKey) {
        self.response = response
        self.engine = engine
        self.key = key
    }

    /// Whether the endpoint knows the request but not the detail it asks for.
    static func refusesDetail(_ response: HTTPResponse) -> Bool {
        [400, 415, 422].contains(response.status)
            && ["response_format", "timestamp_granularities", "verbose_json"].contains {
                response.text.prefix(8192).contains($0)
            }
    }

    /// The failure that the answer stands for; `nil` for one that should hold a transcript.
    func failure(time: TimeRange) -> RecognitionError? {
        guard !response.isSuccess else { return nil }
        let address = HTTPTarget.shown(response.url)
        let reason: String
        var isEngine = false
        switch response.status {
        case 401, 403:
            isEngine = true
            reason =
                key.isSet
                ? "\(address) does not take the key in the environment variable \(key.variable)\(said). Check it, and "
                    + "what it may be used for"
                : "\(address) wants a key\(said). Put it into the environment variable \(key.variable)"
        case 404, 405:
            isEngine = true
            reason =
                "\(address) is not there, or does not have the model\(said). Check the base address and the model"
        case 300...399:
            isEngine = true
            reason =
                "\(address) sends the request elsewhere, and speech is not sent on. Set the base address to where "
                + "it leads"
        case 413:
            reason = "\(address) says that the audio is too large\(said). Cut shorter utterances"
        case 429:
            reason =
                "\(address) says that there were too many requests\(said). Wait, or check the plan and the credit of "
                + "the account"
        case 500...599:
            reason = "\(address) failed itself, with status \(response.status)\(said). Try again later"
        default:
            reason = "\(address) refused the request with status \(response.status)\(said)"
        }
        let text = key.removed(from: reason)
        return isEngine
            ? .engineFailed(engine: engine, reason: text) : .decodingFailed(time: time, reason: text)
    }

    /// The endpoint's own words, where it has some.
    private var said: String {
        guard let document = try? JSONDecoder().decode(JSONValue.self, from: Data(response.body)),
            let text = HeardJSON.refusal(document)
        else { return "" }
        // The key goes first, because a cut through it would leave a part of it.
        return " (\"\(HeardTextError.excerpt(key.removed(from: text)))\")"
    }
}
