/// Rates of things among words.
extension Figure {
    /// How many there are in a hundred words; absent under 50 words.
    static func perHundredWords(_ count: Int, of words: Int) -> Figure {
        guard words >= Evidence.minimumWordsForShares else {
            return Figure(absentBecause: Evidence.tooFewWordsForShares, .perHundredWords)
        }
        return Figure(Double(count) * 100 / Double(words), .perHundredWords)
    }
}
