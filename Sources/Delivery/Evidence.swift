/// How much must lie behind a figure before it is shown. Rules of this product: under these a single word or breath
/// changes the figure by a tenth and more.
enum Evidence {
    /// The least speech for a rate or a ratio, in seconds.
    static let minimumSpeakingSeconds = 3.0
    /// The fewest words for a pace.
    static let minimumWords = 10
    /// The shortest answer for a count a minute, in seconds from first to last speech.
    static let minimumSpanSeconds = 10.0

    /// The fewest words for a rate of words among words.
    static let minimumWordsForShares = 50

    static let noSpeech = "no speech was found"
    static let tooFewWordsForShares = "fewer than 50 words were heard"
    static let tooLittleSpeech = "less than 3 s of speech"
    static let tooFewWords = "fewer than 10 words were heard"
    static let tooShort = "the answer is shorter than 10 s"
}
