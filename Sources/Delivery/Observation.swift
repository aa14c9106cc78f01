/// One thing worth saying about a delivery, with its evidence.
public struct Observation: Sendable, Hashable, Codable {
    /// What an observation is about.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Words a minute.
        case pace
        /// Long silent pauses.
        case pauses
        /// Filled pauses and lexical fillers.
        case fillers
        /// Softeners.
        case hedges
        /// The time before the answer begins.
        case responseLatency
        /// How much was said, and against what the question expects.
        case length
        /// Pauses inside phrases.
        case pausesInsidePhrases
        /// The fastest part of an answer.
        case fastestStretch
        /// A pace that grows.
        case speedingUp
        /// How much the pitch moves.
        case pitch
        /// Endings at which the voice goes up.
        case risingEndings
        /// Endings that are much softer than the rest.
        case fadingEnds
        /// Repetitions and restarts.
        case disfluencies
        /// The length of sentences.
        case sentences
        /// Phrases that come back.
        case repeatedPhrases
        /// "I" and "we".
        case pronouns
        /// The speaker's own earlier answers.
        case comparison
        /// What cannot be judged, and why.
        case limits
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
