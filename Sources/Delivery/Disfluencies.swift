public import Speech

/// What a speaker took back in an answer: how often, and where.
///
/// ```swift
/// let taken = Disfluencies(in: transcript.words)
/// print(taken.repetitionCount, taken.found.map(\.text))
/// ```
public struct Disfluencies: Sendable, Hashable, Codable {
    /// How often the same words were said again.
    public var repetitionCount: Int
    /// How often a word or phrase was broken off and begun again with a change.
    public var restartCount: Int
    /// Both kinds in the order of time.
    public var found: [Disfluency]

    /// The disfluencies among words in the order of time, as `DisfluencyFinder` finds them.
    public init(in words: [Word]) {
        found = DisfluencyFinder().disfluencies(in: words)
        repetitionCount = found.count { $0.kind == .repetition }
        restartCount = found.count { $0.kind == .restart }
    }
}
