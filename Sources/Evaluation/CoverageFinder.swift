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

    private let spokenTerms: SpokenTerms
    private let likeness: WordLikeness
    private let question: [WordLikeness.Word]
    /// The answer's different words with content of their own, and where each is said first.
    private let said: [(word: WordLikeness.Word, token: Int)]
    /// Where each stem of the answer is said first.
    private let tokenByStem: [String: (text: String, token: Int)]
    private var found: [String: KeyPointCoverage.Word] = [:]

    /// Looks for words in an answer to a question.
    init(_ answer: AnswerText, question: String, likeness: WordLikeness) {
        let asked = Term.content(of: question, terms: answer.spokenTerms).prefix(Self.limitExpected).map {
            likeness.word($0.text)
        }
        var tokenByStem: [String: (text: String, token: Int)] = [:]
        var said: [(word: WordLikeness.Word, token: Int)] = []
        var seen: Set<String> = []
        for (token, term) in answer.terms.enumerated() where !StopWords.isEmpty(term.text) {
            guard seen.insert(term.text).inserted else { continue }
            if tokenByStem[term.stem] == nil { tokenByStem[term.stem] = (term.text, token) }
            guard said.count < Self.limitWords, term.text.utf8.count <= Self.limitWordBytes else { continue }
            let word = likeness.word(term.text)
            if !Self.isOne(of: asked, word) { said.append((word, token)) }
        }
        self.spokenTerms = answer.spokenTerms
        self.likeness = likeness
        self.question = asked
        self.said = said
        self.tokenByStem = tokenByStem
    }

    /// How far the answer covers a text; `nil` when the question has all its words with content.
    mutating func coverage(of text: String) -> KeyPointCoverage? {
        var words: [KeyPointCoverage.Word] = []
        for term in Term.content(of: text, terms: spokenTerms).prefix(Self.limitExpected) {
            let word = likeness.word(term.text)
            if !Self.isOne(of: question, word) { words.append(best(for: word)) }
        }
        return KeyPointCoverage(words)
    }

    private mutating func best(for expected: WordLikeness.Word) -> KeyPointCoverage.Word {
        let text = expected.term.text
        if let known = found[text] { return known }
        var best = KeyPointCoverage.Word(expected: text, likeness: 0, said: nil, token: nil)
        if let same = tokenByStem[expected.term.stem] {
            best = KeyPointCoverage.Word(expected: text, likeness: 1, said: same.text, token: same.token)
        } else if text.utf8.count <= Self.limitWordBytes {
            for (word, token) in said {
                let likeness = likeness.between(expected, word)
                guard likeness > best.likeness else { continue }
                best = KeyPointCoverage.Word(
                    expected: text, likeness: likeness, said: word.term.text, token: token)
                if likeness >= 1 { break }
            }
        }
        found[text] = best
        return best
    }

    private static func isOne(of words: [WordLikeness.Word], _ word: WordLikeness.Word) -> Bool {
        words.contains { $0.isForm(ofSameWordAs: word) }
    }
}
