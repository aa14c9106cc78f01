public import Speech

/// How an answer is worded, from the words that were heard.
///
/// ```swift
/// let language = LanguageFigures(words: transcript.words, fillers: report.fillers)
/// print(language.vocabularyRichness, language.shareOfI)  // 74 % 60 %
/// ```
///
/// Filled pauses, words taken back and words that were probably not said (`Word.isUncertain`) do not count. What a recogniser
/// misheard does: see `FigureLimits`.
public struct LanguageFigures: Sendable, Hashable, Codable {
    /// With fewer sentences there is no mean length.
    public static let leastSentences = 2
    /// With fewer words for "I" and "we" there is no share.
    public static let leastPronouns = 3

    /// How many words the figures are made of.
    public var wordCount: Int
    /// The share of different words in 50 words on end, over all places of the answer (moving-average type-token ratio).
    public var vocabularyRichness: Figure
    /// How many sentences there are.
    public var sentenceCount: Int
    /// The mean length of a sentence; a word that was probably not said counts, as something was said in its place.
    public var meanSentenceWords: Figure
    /// The passive phrases, such as "was deployed", in the order of time.
    public var passives: [SaidPhrase]
    /// How often there is one.
    public var passivesPerHundredWords: Figure
    /// The softeners, such as "i think", in the order of time.
    public var hedges: [SaidPhrase]
    /// How often there is one.
    public var hedgesPerHundredWords: Figure
    /// How often the speaker speaks of himself or herself: "i", "my"; not in "i think" and "i mean".
    public var iCount: Int
    /// How often the speaker speaks of a group: "we", "our".
    public var weCount: Int
    /// The former over both.
    public var shareOfI: Figure
    /// What was said three times and more, the most frequent first.
    public var repeatedPhrases: [RepeatedPhrase]

    /// The wording of an answer.
    ///
    /// - Parameters:
    ///   - words: what was heard, in the order of time, filled pauses included.
    ///   - fillers: the fillers among them, as in `DeliveryReport`.
    public init(words: [Word], fillers: [Filler]) {
        let heard = words.filter(\.time.isFinite)
        let takenBack = Set(Disfluencies(in: heard).found.flatMap(\.words))
        let meant = SpokenSentence.sentences(of: heard).map { sentence in
            SpokenSentence(words: sentence.words.filter { !takenBack.contains($0.place) })
        }.filter { !$0.words.isEmpty }
        let certain = meant.flatMap(\.words).filter { !$0.isUncertain }
        wordCount = certain.count
        vocabularyRichness =
            VocabularyRichness.ratio(of: certain.map(\.text)).map { Figure($0, .share) }
            ?? Figure(absentBecause: Evidence.tooFewWordsForShares, .share)
        sentenceCount = meant.count
        meanSentenceWords =
            meant.count < Self.leastSentences
            ? Figure(absentBecause: "fewer than 2 sentences were heard", .words)
            : Figure(Double(meant.reduce(0) { $0 + $1.words.count }) / Double(meant.count), .words)
        passives = meant.flatMap(PassiveFinder.phrases)
        passivesPerHundredWords = .perHundredWords(passives.count, of: certain.count)
        let places = fillers.map { Self.places(of: $0.time, among: heard) }
        // "I i think" is meant once more: only a softener that was taken back as a whole is gone.
        hedges = zip(fillers, places).filter { filler, places in
            filler.kind == .hedge && !places.contains { heard[$0].isUncertain }
                && (places.isEmpty || !places.allSatisfy(takenBack.contains))
        }.map { SaidPhrase(text: $0.0.text, time: $0.0.time) }
        hedgesPerHundredWords = .perHundredWords(hedges.count, of: certain.count)
        let setPhrases = Set(places.joined())
        let isSetPhrase = { (word: SpokenSentence.Said) in setPhrases.contains(word.place) }
        let said = certain.filter { !isSetPhrase($0) }
        iCount = said.count { Self.firstPerson.contains($0.text) }
        weCount = said.count { Self.group.contains($0.text) }
        shareOfI =
            iCount + weCount < Self.leastPronouns
            ? Figure(absentBecause: "fewer than 3 words for \"I\" and \"we\" were heard", .share)
            : Figure(Double(iCount) / Double(iCount + weCount), .share)
        repeatedPhrases = RepeatedPhraseFinder.phrases(
            in: meant.flatMap { $0.words.split { $0.isUncertain || isSetPhrase($0) }.map(Array.init) })
    }

    /// Which of the words, in the order of time, lie inside a time.
    private static func places(of time: TimeRange, among words: [Word]) -> [Int] {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].time.startSeconds < time.startSeconds { low = middle + 1 } else { high = middle }
        }
        return words.indices[low...].prefix { words[$0].time.startSeconds <= time.endSeconds }
            .filter { words[$0].time.endSeconds <= time.endSeconds }
    }

    private static let firstPerson: Set<String> = [
        "i", "i'm", "i've", "i'd", "i'll", "me", "my", "mine", "myself",
    ]
    private static let group: Set<String> = [
        "we", "we're", "we've", "we'd", "we'll", "us", "our", "ours", "ourselves",
    ]
}
