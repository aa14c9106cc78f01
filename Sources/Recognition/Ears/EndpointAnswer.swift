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
        let text =
            ServiceText.reason(of: response, said: said, key: key, sent: "speech", namesStatus: true)
            + (response.status == 413 ? ". Cut shorter utterances" : "")
        return switch response.status {
        case 401, 403, 404, 405, 300...399: .engineFailed(engine: engine, reason: text)
        case 408, 425, 429, 500...599: .unanswered(engine: engine, reason: text)
        default: .decodingFailed(time: time, reason: text)
        }
    }

    /// The endpoint's own words, where it has some.
    private var said: String? {
        (try? JSONDecoder().decode(JSONValue.self, from: Data(response.body))).flatMap(HeardJSON.refusal)
    }
}
