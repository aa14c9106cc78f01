import Chat
import FoundationEssentials
import HTTPClient

/// A language model as a user names it: by options, and by variables of the environment where there are none.
struct JudgeChoice {
    /// What is wrong with the choice of a judge.
    struct Mistake: Error {
        var text: String
    }

    var address: String?
    var model: String?
    var keyVariable: String?
    var requestsPerMinute: Int?
    var isPlainAllowed = false

    /// The endpoint that is meant; `nil` when none is.
    ///
    /// - Throws: `Mistake` when it cannot be asked.
    func configuration() throws(Mistake) -> ChatConfiguration? {
        guard let address = address ?? environment("VIVA_JUDGE_URL") else {
            guard let given else { return nil }
            throw Mistake(text: "\(given) needs --judge-url or the variable VIVA_JUDGE_URL.")
        }
        guard let url = URL(string: address), let host = url.host() else {
            throw Mistake(
                text: "--judge-url or VIVA_JUDGE_URL holds no address such as http://localhost:11434/v1.")
        }
        guard let model = model ?? environment("VIVA_JUDGE_MODEL") else {
            throw Mistake(
                text: "A judge at \(host) needs --judge-model or the variable VIVA_JUDGE_MODEL.")
        }
        // Two tries are enough for somebody who waits, and who is judged offline otherwise.
        let configuration = ChatConfiguration(
            baseURL: url, model: model, keyVariable: keyVariable(for: host),
            carriage: isPlainAllowed ? .plainAllowed : .encrypted, retries: RetryPolicy(tries: 2),
            requestsPerMinute: requestsPerMinute)
        if let fault = configuration.fault {
            throw Mistake(text: "The judge \(configuration.name) cannot be asked: \(fault).")
        }
        return configuration
    }

    /// The variable of the key: OpenAI's own key goes to OpenAI alone unless somebody says otherwise.
    private func keyVariable(for host: String) -> String {
        keyVariable ?? environment("VIVA_JUDGE_KEY_VARIABLE")
            ?? (host == "api.openai.com" ? "OPENAI_API_KEY" : "VIVA_JUDGE_KEY")
    }

    /// An option that means nothing without an address.
    private var given: String? {
        [
            ("--judge-model", model != nil), ("--judge-key-variable", keyVariable != nil),
            ("--judge-requests-per-minute", requestsPerMinute != nil), ("--judge-plain-http", isPlainAllowed),
        ].first(where: \.1)?.0
    }
}
