import Language

/// Finds how far an answer covers short texts.
///
/// The words of the question count on neither side: repeating the question covers nothing (Sultan, Salazar and
/// Sumner, "Fast and Easy Short Answer Grading with High Accuracy", 2016, call it question demoting). What was found
/// for an expected word is kept for the next text that expects it.
struct CoverageFinder {
    /// An answer's words are compared with expected ones up to this many different ones; beyond it, only words of the
    /// same stem are found. An hour of speech has some 1,500.
    static let limitWords = 4000
    /// So many words of a question, and of a text that is looked for, count; a page has some 250.
    static let limitExpected = 500
    /// Longer words, in bytes, have no likeness but that of the same stem.
    static let limitWordBytes = 64

    /// What a sentence says is said in so many tokens in a row at most, or in 8 and 4 for each of its words where that is more. Answers
    /// that are shorter are looked through as a whole.
    private static let leastWindowTokens = 30

    private let spokenTerms: SpokenTerms
    private let likeness: WordLikeness
    private let question: [WordLikeness.Word]
    private let tokenCount: Int
    /// The answer's different words with content of their own.
    private let said: [WordLikeness.Word]
    /// Where each of them is said, in their order.
    private let tokensByText: [String: [Int]]
    /// The different words of each stem of the answer.
    private let textsByStem: [String: [String]]
    private var found: [String: [Hit]] = [:]

    /// A word of the answer that stands for an expected one.
    private struct Hit {
        var likeness: Double
        var said: String
        var token: Int
    }

    /// Looks for words in an answer to a question.
    init(_ answer: AnswerText, question: String, likeness: WordLikeness) {
        let asked = Term.content(of: question, terms: answer.spokenTerms).prefix(Self.limitExpected).map {
            likeness.word($0.text)
        }
        var textsByStem: [String: [String]] = [:]
        var tokensByText: [String: [Int]] = [:]
        var said: [WordLikeness.Word] = []
        for (token, term) in answer.terms.enumerated() where !StopWords.isEmpty(term.text) {
            tokensByText[term.text, default: []].append(token)
            guard tokensByText[term.text]?.count == 1 else { continue }
            textsByStem[term.stem, default: []].append(term.text)
            guard said.count < Self.limitWords, term.text.utf8.count <= Self.limitWordBytes else { continue }
            let word = likeness.word(term.text)
            if !Self.isOne(of: asked, word) { said.append(word) }
        }
        self.spokenTerms = answer.spokenTerms
        self.likeness = likeness
        self.question = asked
        self.tokenCount = answer.terms.count
        self.said = said
        self.tokensByText = tokensByText
        self.textsByStem = textsByStem
    }

    /// How far the answer covers a text; `nil` when the question has all its words with content. What a sentence of the text says is
    /// looked for in one place of the answer: a long one has some word like any other somewhere.
    mutating func coverage(of text: String) -> KeyPointCoverage? {
        var words: [KeyPointCoverage.Word] = []
        var seen: Set<String> = []
        for sentence in Sentences.split(text) {
            var expected: [String] = []
            for term in Term.content(of: sentence.text, terms: spokenTerms) {
                guard seen.count < Self.limitExpected else { break }
                guard seen.insert(term.stem).inserted else { continue }
                let word = likeness.word(term.text)
                if Self.isOne(of: question, word) { continue }
                expected.append(term.text)
                if found[term.text] == nil { found[term.text] = hits(for: word) }
            }
            words += inBestPlace(expected)
        }
        return KeyPointCoverage(words)
    }

    /// All places of the words that stand for an expected one, best word first.
    private func hits(for expected: WordLikeness.Word) -> [Hit] {
        let text = expected.term.text
        if let same = textsByStem[expected.term.stem] {
            return same.flatMap { said in
                (tokensByText[said] ?? []).map { Hit(likeness: 1, said: said, token: $0) }
            }
        }
        guard text.utf8.count <= Self.limitWordBytes else { return [] }
        return said.flatMap { word in
            let likeness = likeness.between(expected, word)
            let said = word.term.text
            return likeness > 0
                ? (tokensByText[said] ?? []).map { Hit(likeness: likeness, said: said, token: $0) } : []
        }
    }

    /// The expected words of a sentence with what stands for them in the window of the answer that has most of them, the tightest of
    /// the best.
    private func inBestPlace(_ expected: [String]) -> [KeyPointCoverage.Word] {
        let window = max(Self.leastWindowTokens, 8 + 4 * expected.count)
        var hits: [(word: Int, hit: Hit)] = []
        for (place, text) in expected.enumerated() { hits += (found[text] ?? []).map { (place, $0) } }
        hits.sort { ($0.hit.token, $0.word) < ($1.hit.token, $1.word) }
        let nothing = expected.map {
            KeyPointCoverage.Word(expected: $0, likeness: 0, said: nil, token: nil)
        }
        var best = (sum: 0.0, words: nothing)
        var start = hits.startIndex
        while start < hits.endIndex {
            let first = hits[start].hit.token
            var current = (sum: 0.0, words: nothing)
            for (word, hit) in hits[start...] {
                if tokenCount > window, hit.token >= first + window { break }
                guard hit.likeness > current.words[word].likeness else { continue }
                current.sum += hit.likeness - current.words[word].likeness
                current.words[word] = KeyPointCoverage.Word(
                    expected: expected[word], likeness: hit.likeness, said: hit.said, token: hit.token)
            }
            if current.sum > best.sum + 1e-12 { best = current }
            if tokenCount <= window { break }
            start = hits[start...].firstIndex { $0.hit.token > first } ?? hits.endIndex
        }
        return best.words
    }

    private static func isOne(of words: [WordLikeness.Word], _ word: WordLikeness.Word) -> Bool {
        words.contains { $0.isForm(ofSameWordAs: word) }
    }
}
