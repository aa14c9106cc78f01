import Language

/// Finds the expected points in an answer.
///
/// A point may be said in the words of its statement or of any variant; the best one counts. Only the content words
/// that the question itself does not contain are looked for, so that repeating the question earns nothing. All of a
/// phrase's words are looked for in one window of the answer, since a point is made in one place.
struct PointMatcher {
    let answer: AnswerText
    private let questionStems: Set<String>

    /// The part of a phrase that one window of the answer carries.
    private struct Match {
        var coverage: Double
        var tokens: Range<Int>
    }

    init(answer: AnswerText, question: String) {
        self.answer = answer
        self.questionStems = Set(Term.content(of: question).map(\.stem))
    }

    /// What became of one point.
    func result(for point: KeyPoint) -> KeyPointResult {
        let matches = ([point.statement] + point.variants).compactMap(bestMatch)
        let best = matches.max { first, second in
            (first.coverage, second.tokens.count) < (second.coverage, first.tokens.count)
        }
        let evidence = best.flatMap { $0.coverage >= 0.2 ? answer.evidence(tokens: $0.tokens) : nil }
        return KeyPointResult(
            id: point.id, statement: point.statement, coverage: best?.coverage ?? 0, evidence: evidence)
    }

    /// The window that carries most of a phrase, the shortest of equals; `nil` when nothing of it is there.
    private func bestMatch(of phrase: String) -> Match? {
        let expected = Term.content(of: phrase).filter { !questionStems.contains($0.stem) }
        guard !expected.isEmpty else { return nil }
        let hits = answer.terms.indices.compactMap { place -> (place: Int, likeness: [Double])? in
            guard !StopWords.isEmpty(answer.terms[place].text) else { return nil }
            let likeness = expected.map { $0.likeness(to: answer.terms[place]) }
            return likeness.contains { $0 > 0 } ? (place, likeness) : nil
        }
        // Room for the phrase's own words with as many of grammar around them, and some more.
        let windowTokens = 8 + 4 * expected.count
        var best: Match?
        for first in hits.indices {
            var likeness = [Double](repeating: 0, count: expected.count)
            for hit in hits[first...].prefix(while: { $0.place < hits[first].place + windowTokens }) {
                likeness = zip(likeness, hit.likeness).map(max)
                let coverage = Self.coverage(likeness)
                let tokens = hits[first].place..<hit.place + 1
                if coverage > (best?.coverage ?? 0)
                    || coverage == best?.coverage && tokens.count < (best?.tokens.count ?? 0)
                {
                    best = Match(coverage: coverage, tokens: tokens)
                }
            }
        }
        return best
    }

    /// The mean likeness m of a phrase's n words, as m to the power of 1 + 2/n.
    ///
    /// Half of a long statement shows that its subject was there; half of a phrase of two words is one word, which
    /// shows little. The exponent makes short phrases all or nothing and leaves long ones nearly as they are.
    private static func coverage(_ likeness: [Double]) -> Double {
        let count = Double(likeness.count)
        let mean = likeness.reduce(0, +) / count
        return power(mean, 1 + 2 / count)
    }
}
