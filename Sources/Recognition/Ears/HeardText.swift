/// What another ear says it heard, before it is made into words of an utterance: times are seconds from the start of the
/// audio that it was given.
public struct HeardText: Sendable, Hashable {
    /// A stretch of text or a single word.
    public struct Piece: Sendable, Hashable {
        /// As it was written, with its punctuation.
        public var text: String
        /// Where it begins, in seconds; `nil` when that was not said.
        public var startSeconds: Double?
        /// Where it ends, in seconds; `nil` when that was not said.
        public var endSeconds: Double?
        /// How sure the ear was, 0...1; `nil` when it did not say.
        public var confidence: Double?
        /// Whether it is probably not what was said, because it repeats itself.
        public var isDoubtful: Bool

        /// A piece of text; left out, nothing is known of it.
        public init(
            text: String, startSeconds: Double? = nil, endSeconds: Double? = nil, confidence: Double? = nil,
            isDoubtful: Bool = false
        ) {
            self.text = text
            self.startSeconds = startSeconds
            self.endSeconds = endSeconds
            self.confidence = confidence
            self.isDoubtful = isDoubtful
        }
    }

    /// The pieces in their order; empty when nothing was heard.
    public var pieces: [Piece]

    /// What was heard, in its order.
    public init(_ pieces: [Piece] = []) { self.pieces = pieces }
}
