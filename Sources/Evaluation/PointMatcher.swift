import Language

/// Finds the expected points in an answer.
///
/// A point may be said in the words of its statement or of any variant; the best one counts. The words of a phrase are
/// looked for in one window of the answer, since a point is made in one place.
struct PointMatcher {
    let answer: AnswerText
    private let questionStems: Set<String>
    /// The places of the answer's terms by their first letter: likeness needs the first letter to agree.
    private let placesByInitial: [Character: [Int]]

    /// What a window of the answer carries of a phrase.
    private struct Match {
        var coverage = 0.0
        var tokens = 0..<0

        /// Takes another match when it carries more, or as much in fewer words.
        mutating func improve(_ coverage: Double, _ tokens: Range<Int>) {
            let isTighter = coverage == self.coverage && tokens.count < self.tokens.count
            if coverage > self.coverage || isTighter {
                self.coverage = coverage
                self.tokens = tokens
            }
        }
    }

    init(answer: AnswerText, question: String) {
        self.answer = answer
        self.questionStems = Set(Term.content(of: question).map(\.stem))
        self.placesByInitial = Dictionary(grouping: answer.terms.indices) {
            answer.terms[$0].text.first ?? " "
        }
    }

    /// What became of one point.
    func result(for point: KeyPoint) -> KeyPointResult {
        var best = Match()
        for (index, text) in ([point.statement] + point.variants).enumerated() {
            let phrase = Phrase(text, form: index == 0 ? .statement : .said, questionStems: questionStems)
            let match = self.match(phrase)
            best.improve(match.coverage, match.tokens)
        }
        let evidence = best.coverage >= 0.2 ? answer.evidence(tokens: best.tokens) : nil
        return KeyPointResult(
            id: point.id, statement: point.statement, coverage: best.coverage, evidence: evidence)
    }

    private func match(_ phrase: Phrase) -> Match {
        let hits = phrase.terms.indices.map { self.hits(of: phrase.terms[$0], weight: phrase.weights[$0]) }
        let anchors = Set(phrase.terms.indices.filter { phrase.weights[$0] >= 0.5 }.flatMap { hits[$0].keys })
        var best = Match()
        for anchor in anchors.sorted() {
            switch phrase.form {
            case .statement: unordered(phrase, hits: hits, from: anchor, anchors: anchors, into: &best)
            case .said: ordered(phrase, hits: hits, around: anchor, into: &best)
            }
        }
        return best
    }

    /// Where a term stands in the answer, and how alike it is there.
    private func hits(of term: Term, weight: Double) -> [Int: Double] {
        var hits: [Int: Double] = [:]
        for place in term.text.first.flatMap({ placesByInitial[$0] }) ?? [] {
            let other = answer.terms[place]
            if StopWords.isEmpty(term.text) {
                if other.text == term.text { hits[place] = 1 }
            } else if !StopWords.isEmpty(other.text) {
                let likeness = term.likeness(to: other)
                if likeness > 0 { hits[place] = likeness }
            }
        }
        return hits
    }

    /// The words of a statement, in any order, in a window that begins at `start`: room for them, as many of grammar
    /// around each, and some more.
    private func unordered(
        _ phrase: Phrase, hits: [[Int: Double]], from start: Int, anchors: Set<Int>, into best: inout Match
    ) {
        let end = start + 8 + 4 * phrase.terms.count
        var likeness = [Double](repeating: 0, count: phrase.terms.count)
        for place in anchors.filter({ $0 >= start && $0 < end }).sorted() {
            for index in likeness.indices { likeness[index] = max(likeness[index], hits[index][place] ?? 0) }
            let found = zip(likeness, phrase.weights).reduce(0) { $0 + $1.0 * $1.1 }
            best.improve(phrase.coverage(found: found), start..<place + 1)
        }
    }

    /// The words of a phrase as people say it, in their order, with some others in between: the heaviest common
    /// subsequence of the phrase and a window around `anchor`.
    private func ordered(_ phrase: Phrase, hits: [[Int: Double]], around anchor: Int, into best: inout Match)
    {
        let count = phrase.terms.count
        let window = max(0, anchor - count - 1)..<min(answer.terms.count, anchor + count + 3)
        // For each length of the phrase's beginning: the weight found so far and where it began.
        var row = [(found: Double, start: Int)](repeating: (0, window.lowerBound), count: count + 1)
        for place in window {
            var next = row
            for index in 0..<count {
                if let likeness = hits[index][place], phrase.weights[index] > 0 {
                    let found = row[index].found + likeness * phrase.weights[index]
                    if found > next[index + 1].found {
                        next[index + 1] = (found, row[index].found > 0 ? row[index].start : place)
                    }
                }
                if next[index].found > next[index + 1].found { next[index + 1] = next[index] }
            }
            row = next
            if row[count].found > 0, place >= row[count].start {
                best.improve(phrase.coverage(found: row[count].found), row[count].start..<place + 1)
            }
        }
    }
}
