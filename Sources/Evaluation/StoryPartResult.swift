/// How far an answer tells one part of a story.
public struct StoryPartResult: Sendable, Hashable, Codable {
    /// From this share on a part counts as told. A rule of this product.
    public static let toldFrom = 0.5

    /// Which part.
    public var part: StoryPart
    /// How far it is told, 0...1.
    public var share: Double
    /// The sentence that carries it, or the words around its surest sign where the answer has no sentences; `nil` when it has
    /// no sign.
    public var evidence: Evidence?

    /// The result for one part.
    public init(part: StoryPart, share: Double, evidence: Evidence? = nil) {
        self.part = part
        self.share = share
        self.evidence = evidence
    }

    /// Whether the part is told.
    public var isTold: Bool { share >= Self.toldFrom }
}
