import HTTPClient
import Speech

/// What an endpoint takes of the interface, as far as that is known. Endpoints that speak it differ in three fields.
struct ChatDialect: Sendable, Hashable {
    /// How JSON is asked for, the strictest first.
    enum Format: Sendable, Hashable, CaseIterable {
        /// With its schema.
        case schema
        /// As any JSON object.
        case object
        /// In the messages alone.
        case words
    }

    var format = Format.schema
    /// The name of the limit of an answer: OpenAI's reasoning models know the new one alone, most others the old one.
    var limitField = "max_tokens"
    /// Whether the temperature is sent: some models know one alone and refuse the field.
    var sendsTemperature = true

    /// What to try after the endpoint refused a request (400 or 422) with these words; `nil` when nothing is left.
    func next(after refusal: String, to request: ChatRequest) -> ChatDialect? {
        var next = self
        if limitField == "max_tokens", refusal.contains("max_completion_tokens") {
            next.limitField = "max_completion_tokens"
        } else if sendsTemperature, refusal.contains("temperature") {
            next.sendsTemperature = false
        } else if request.schema != nil, let place = Format.allCases.firstIndex(of: format),
            place + 1 < Format.allCases.count
        {
            next.format = Format.allCases[place + 1]
        } else {
            return nil
        }
        return next
    }

    /// The body of a request (platform.openai.com/docs/api-reference/chat/create).
    func body(of request: ChatRequest, for configuration: ChatConfiguration) -> JSONValue {
        var fields: [String: JSONValue] = [
            "model": .text(configuration.model),
            "stream": false,
            limitField: .number(Double(request.maxTokens ?? configuration.maxTokens)),
            "messages": .list(
                request.messages.map { ["role": .text($0.role.rawValue), "content": .text($0.text)] }),
        ]
        if sendsTemperature { fields["temperature"] = .number(configuration.temperature) }
        if let schema = request.schema {
            switch format {
            case .schema:
                fields["response_format"] = [
                    "type": "json_schema",
                    "json_schema": ["name": .text(schema.name), "strict": true, "schema": schema.shape],
                ]
            case .object: fields["response_format"] = ["type": "json_object"]
            case .words: break
            }
        }
        return .object(fields)
    }
}
