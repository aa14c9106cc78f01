/// Words by which a speaker shows where a thought goes.
public struct Signpost: Sendable, Hashable, Codable {
    /// What they show.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// What comes first and what next.
        case order
        /// Why something is so.
        case reason
        /// A case of what was said.
        case example
        /// What speaks against it.
        case contrast
        /// That the thought or the answer ends.
        case end
    }

    /// What they show.
    public var kind: Kind
    /// The words with those around them, where they were said first.
    public var evidence: Evidence

    /// A signpost in an answer.
    public init(kind: Kind, evidence: Evidence) {
        self.kind = kind
        self.evidence = evidence
    }
}
