/// One thing worth saying about a delivery, with its evidence.
public struct Observation: Sendable, Hashable, Codable {
    /// What an observation is about.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Words a minute.
        case pace
        /// Silent pauses.
        case pauses
        /// Filled pauses and lexical fillers.
        case fillers
        /// Softeners.
        case hedges
        /// The time before the answer begins.
        case responseLatency
        /// How much was said.
        case length
        /// The recording itself.
        case recording
    }

    /// Whether it speaks for the delivery.
    public enum Judgement: String, Sendable, Hashable, Codable {
        /// Something done well.
        case strength
        /// A fact that is neither good nor bad.
        case neutral
        /// A habit to work on.
        case weakness
    }

    /// What it is about.
    public var kind: Kind
    /// Whether it speaks for the delivery.
    public var judgement: Judgement
    /// One or two sentences with the evidence, for example "Three pauses over two seconds, the first at 0:42."
    public var text: String
    /// Where in the recording the evidence is first heard; `nil` when it is spread over the whole.
    public var atSeconds: Double?

    /// An observation of known parts.
    public init(kind: Kind, judgement: Judgement, text: String, atSeconds: Double? = nil) {
        self.kind = kind
        self.judgement = judgement
        self.text = text
        self.atSeconds = atSeconds
    }

    /// Whether it is something done well.
    public var isStrength: Bool { judgement == .strength }
}
