/// Tells the languages of words in Latin letters: the likeliest path through the words, where changing the language costs as much as some
/// words of evidence (the algorithm of Viterbi 1967).
struct LatinDecoder {
    /// What was found: how many words each language has by its code, how sure each is, and how many words tell nothing.
    struct Result {
        var sizes: [String: Double] = [:]
        var certainties: [String: Double] = [:]
        var untold = 0.0
    }

    private let neutral: Set<String>

    /// A decoder for which some words in lower case prove nothing.
    init(neutral: Set<String> = []) { self.neutral = neutral }

    // Working rules, set on the texts of `Docs/Scoring.md`: gains over English, in which a word that nobody knows is likelier English, as
    // terms and names are.
    private static let ownWord = 2.0
    private static let wordWithoutMarks = 1.5
    private static let sharedWord = 0.8
    private static let ownLetter = 1.0
    private static let ending = 0.5
    private static let unknownWord = -0.05
    private static let foreignLetter = -2.0
    private static let englishGrammar = -2.5
    private static let englishWord = -1.5
    private static let cost = (start: 3.0, change: 5.0)
    /// What speaks for a language: 1 for a different word that English does not have, less for words that English has too and for
    /// words with its letters.
    private static let weakEvidence = 0.5
    /// The evidence that a language needs, in texts of up to four words and in others, the words with marks that
    /// stand for one of its own, and the least evidence for each of its words.
    private static let least = (short: 1.9, total: 2.0, marked: 2, share: 0.1)

    /// The languages of words in their order.
    func languages(of words: [ScriptWords.Latin]) -> Result {
        guard !words.isEmpty else { return Result() }
        let signs = words.map { WordSigns($0, neutral: neutral) }
        let path = Self.path(signs.map(\.gains))
        return Self.counted(path, signs)
    }

    /// The place of each word's language: 0 is English, the others are those of `LanguageWords.all`, counted from 1.
    private static func path(_ gains: [[Double]]) -> [Int] {
        let count = LanguageWords.all.count + 1
        var totals = [0] + [Double](repeating: -cost.start, count: count - 1)
        var origins: [[Int]] = []
        for gain in gains {
            let best = totals.indices.max { totals[$0] < totals[$1] } ?? 0
            var next = totals
            var origin = Array(0..<count)
            for state in 0..<count {
                if totals[best] - cost.change > totals[state] {
                    next[state] = totals[best] - cost.change
                    origin[state] = best
                }
                if state > 0 { next[state] += gain[state - 1] }
            }
            origins.append(origin)
            totals = next
        }
        var state = totals.indices.max { totals[$0] < totals[$1] } ?? 0
        var path: [Int] = []
        for origin in origins.reversed() {
            path.append(state)
            state = origin[state]
        }
        return path.reversed()
    }

    private static func counted(_ path: [Int], _ signs: [WordSigns]) -> Result {
        var result = Result()
        var english = 0
        var untold = 0
        let places = Dictionary(grouping: path.indices, by: { path[$0] })
        for (state, places) in places.sorted(by: { $0.key < $1.key }) {
            guard state > 0 else {
                english += places.count
                continue
            }
            var evidence: [String: Double] = [:]
            for place in places { evidence[signs[place].text] = signs[place].evidence[state - 1] }
            let total = evidence.values.reduce(0, +)
            let grammar = places.count { signs[$0].isEnglishGrammar && !signs[$0].isWord[state - 1] }
            let found = places.reduce(0) { $0 + signs[$1].evidence[state - 1] }
            let marked = Set(
                places.filter { signs[$0].isMarked && signs[$0].evidence[state - 1] > 0 }.map {
                    signs[$0].text
                })
            guard evidence.values.contains(1) || marked.count >= least.marked,
                total >= (signs.count <= 4 ? least.short : least.total),
                found >= least.share * Double(places.count), found > Double(grammar)
            else {
                untold += places.count
                continue
            }
            let code = LanguageWords.all[state - 1].code
            result.sizes[code] = Double(places.count)
            result.certainties[code] = total / (total + 2)
        }
        let grammar = Set(signs.filter(\.isEnglishGrammar).map(\.text)).count
        if grammar > 0 {
            result.sizes["en"] = Double(english)
            result.certainties["en"] = Double(grammar) / Double(grammar + 2)
        } else {
            untold += english
        }
        result.untold = Double(untold)
        return result
    }

    /// What one word says for each language of `LanguageWords.all`.
    private struct WordSigns {
        let text: String
        /// How much likelier the word is in the language than in English; the logarithm of a ratio.
        private(set) var gains: [Double]
        /// How much it speaks for the language, 0...1.
        private(set) var evidence: [Double]
        /// Whether it is a word of the language, English or not.
        private(set) var isWord: [Bool]
        let isEnglishGrammar: Bool
        /// Whether it has letters beyond a to z.
        let isMarked: Bool

        init(_ word: ScriptWords.Latin, neutral: Set<String>) {
            let text = word.text
            self.text = text
            let languages = LanguageWords.all
            isWord = [Bool](repeating: false, count: languages.count)
            gains = [Double](repeating: 0, count: languages.count)
            evidence = gains
            isEnglishGrammar = StopWords.contains(text) || EnglishForms.isContraction(text)
            let parts = text.split(separator: "'", maxSplits: 1).map(String.init)
            // "l'index": what stands before the apostrophe is the word of grammar.
            let key = parts.count == 2 && !isEnglishGrammar ? parts[0] + "'" : text
            let isPlain = key.utf8.allSatisfy { $0 < 128 }
            let isEnglish =
                isEnglishGrammar || StopWords.isEmpty(text) || CommonWords.contains(stem: Stemmer.stem(text))
            let isShared = isEnglish || LanguageWords.alsoEnglish.contains(key)
            let proves = key.count > 1 && !neutral.contains(text) && !word.isName
            let marked = text.filter { $0.isLetter && !$0.isASCII }
            isMarked = !marked.isEmpty
            for (place, language) in languages.enumerated() {
                let isExact = language.words.contains(key)
                if isExact || isPlain && language.foldedWords.contains(key) {
                    isWord[place] = true
                    let isOwn = proves && !isShared
                    evidence[place] = isOwn ? 1 : proves && !isEnglish ? LatinDecoder.weakEvidence : 0
                    gains[place] =
                        isOwn
                        ? isExact ? LatinDecoder.ownWord : LatinDecoder.wordWithoutMarks
                        : isEnglishGrammar ? 0 : LatinDecoder.sharedWord
                } else if isEnglishGrammar {
                    gains[place] = LatinDecoder.englishGrammar
                } else if neutral.contains(text) || text.count == 1 {
                    gains[place] = 0
                } else if isEnglish {
                    gains[place] = LatinDecoder.englishWord
                } else if !marked.isEmpty {
                    let fits = marked.allSatisfy(language.letters.contains)
                    gains[place] =
                        fits ? (word.isName ? 0 : LatinDecoder.ownLetter) : LatinDecoder.foreignLetter
                    evidence[place] = fits && proves ? LatinDecoder.weakEvidence : 0
                } else {
                    let ends = text.count > 5 && language.endings.contains { text.hasSuffix($0) }
                    gains[place] = ends && !word.isName ? LatinDecoder.ending : LatinDecoder.unknownWord
                }
            }
        }
    }
}
