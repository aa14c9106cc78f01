public import Speech

/// What a language model is asked.
public struct ChatRequest: Sendable, Hashable {
    /// The shape of JSON that an answer is to have.
    public struct Schema: Sendable, Hashable {
        /// A name of letters, figures, `_` and `-`.
        public var name: String
        /// A JSON schema (json-schema.org). Strict endpoints want every object to require all of its properties and
        /// to allow no others.
        public var shape: JSONValue

        /// A shape with a name.
        public init(name: String, shape: JSONValue) {
            self.name = name
            self.shape = shape
        }
    }

    /// The conversation so far.
    public var messages: [ChatMessage]
    /// The shape of the answer; `nil` for plain text. What endpoints take of it differs, so an answer must be
    /// checked.
    public var schema: Schema?
    /// The longest answer, in tokens; `nil` for that of the configuration.
    public var maxTokens: Int?
    /// How long one try may take from beginning to end; `nil` for that of the configuration.
    public var answerLimit: Duration?

    /// A question to a model.
    public init(
        _ messages: [ChatMessage], schema: Schema? = nil, maxTokens: Int? = nil, answerLimit: Duration? = nil
    ) {
        self.messages = messages
        self.schema = schema
        self.maxTokens = maxTokens
        self.answerLimit = answerLimit
    }
}
