/// How often fillers of each class were said, in a hundred words, as disfluencies are counted (Bortfeld and others 2001,
/// "Disfluency rates in conversation").
///
/// Against a rate a minute it does not change with the pace.
public struct FillerRates: Sendable, Hashable, Codable {
    /// Filled pauses in a hundred words.
    public var filledPauses: Figure
    /// Lexical fillers in a hundred words.
    public var lexical: Figure
    /// Hedges in a hundred words.
    public var hedges: Figure

    /// The rates of fillers among so many words, filled pauses not counted as words; absent under 50 words.
    public init(fillers: [Filler], wordCount: Int) {
        let rate = { (kind: Filler.Kind) in
            Figure.perHundredWords(fillers.count { $0.kind == kind }, of: wordCount)
        }
        filledPauses = rate(.filledPause)
        lexical = rate(.lexical)
        hedges = rate(.hedge)
    }
}
