/// Puts filled pauses into sentences where speakers make them: before the first word of a clause, most often.
///
/// Texts hold none, so a model of texts alone would not expect any.
public struct Hesitation: Sendable {
    /// Filled pauses per word, 0 or more. Speakers of conversational English make one in 25 to 50 words (Bortfeld and
    /// others 2001, "Disfluency Rates in Conversation", table 2).
    public var share: Double

    /// In the relation in which American speakers make them, roughly; each sentence takes the next.
    private static let sounds = [
        "um", "uh", "uh", "um", "uh", "er", "um", "uh", "um", "hmm", "uh", "um", "uh", "um", "erm", "uh",
        "um",
        "mm",
    ]
    private static let clauseOpeners: Set<String> = [
        "and", "but", "so", "because", "then", "which", "when", "if", "or", "where", "while", "after",
        "before",
        "although", "since",
    ]

    /// Hesitates once in `1 / share` words.
    public init(share: Double) {
        self.share = share
    }

    /// A sentence as said without and with filled pauses, each with its part of `weight`. Sentences of different
    /// `number` get different sounds.
    public func readings(
        of sentence: [String], weight: Double, number: Int
    ) -> [(words: [String], weight: Double)] {
        guard share > 0, !sentence.isEmpty else { return [(sentence, weight)] }
        var hesitant: [String] = []
        var pauses = 0
        for (index, word) in sentence.enumerated() {
            if index == 0 || Self.clauseOpeners.contains(word) {
                hesitant.append(Self.sounds[(number * 5 + pauses) % Self.sounds.count])
                pauses += 1
            }
            hesitant.append(word)
        }
        let part = min(0.5, share * Double(sentence.count) / Double(pauses))
        return [(sentence, weight * (1 - part)), (hesitant, weight * part)]
    }
}
