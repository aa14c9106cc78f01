import Language

/// Finds the expected points in an answer.
///
/// A point may be said in the words of its statement or of any variant; the best one counts. The words of a phrase are
/// looked for in one window of the answer, since a point is made in one place.
struct PointMatcher {
    let answer: AnswerText
    private let questionStems: Set<String>
    /// The words of the question that are of its subject.
    private let questionSubject: [Term]
    /// The places of the answer's terms by their first letter: likeness needs it to agree, save for synonyms.
    private let placesByInitial: [Character: [Int]]
    private let placesBySynonym: [Int: [Int]]
    private let texts: [String]
    private let kind: Rubric.Kind
    private let subject: Double
    private let telling: Double
    private let meaning: PointMeaning?

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

    /// - Parameters:
    ///   - subject: how sure it is that the answer as a whole is about the rubric's subject, 0...1.
    ///   - telling: how far the answer tells what the question wants told, 0...1, which bounds the moves of a story.
    ///   - meaning: what the points' words and statements mean in the answer; `nil` where only letters are compared.
    init(
        answer: AnswerText, rubric: Rubric, subject: Double, telling: Double, meaning: PointMeaning?
    ) {
        self.meaning = meaning
        self.kind = rubric.kind
        self.subject = subject
        self.telling = telling
        self.answer = answer
        let questionTerms = Term.content(of: rubric.question, terms: answer.spokenTerms)
        self.questionStems = Set(questionTerms.map(\.stem))
        self.questionSubject = questionTerms.filter { !CommonWords.contains(stem: $0.stem) }
        self.placesByInitial = Dictionary(grouping: answer.terms.indices) {
            answer.terms[$0].text.first ?? " "
        }
        var placesBySynonym: [Int: [Int]] = [:]
        for place in answer.terms.indices {
            if let group = answer.terms[place].synonymGroup {
                placesBySynonym[group, default: []].append(place)
            }
        }
        self.placesBySynonym = placesBySynonym
        self.texts = answer.tokens.map(\.text)
    }

    /// What became of each point.
    ///
    /// Words of the subject are looked for first. What they find says how much the answer is about the question, and
    /// that bounds how far the moves of a story, which every story has, count for its points.
    func results(for points: [KeyPoint]) -> [KeyPointResult] {
        let byWords = points.map(matchOfWords)
        let topic = topicCertainty(byWords, of: points)
        return points.enumerated().map { place, point in
            var best = byWords[place]
            let moves = matchOfMoves(point)
            best.improve(topic * telling * moves.coverage, moves.tokens)
            if let meant = meaning?.matches[place] {
                // What the points of a story say, every story says: that it happened, who was asked, how it ended.
                let certainty = kind.isStory ? max(topic, meaning?.certainty ?? 0) * telling : 1
                best.improve(certainty * meant.coverage, meant.tokens ?? 0..<0)
            }
            best.coverage *= subject * (0.6 + 0.4 * telling)
            let evidence = best.coverage >= 0.2 ? answer.evidence(tokens: best.tokens) : nil
            return KeyPointResult(
                id: point.id, statement: point.statement, coverage: best.coverage, evidence: evidence)
        }
    }

    /// The signs of the subject below which moves prove nothing. A plan holds few words that no rubric foresees, and
    /// is told apart from other plans by its words as a whole; a story is not.
    private var leastSigns: Double { kind == .situational ? 0 : 0.5 }

    /// How sure it is that the answer is about the question, 0...1, by the words of the points and of the question.
    /// The points that end a story are left out, since all stories end alike.
    private func topicCertainty(_ matches: [Match], of points: [KeyPoint]) -> Double {
        let signs = zip(matches, points).reduce(0.0) { sum, part in
            let moves = part.1.variants.compactMap(StoryMove.init(variant:))
            return sum
                + (moves.contains(where: \.isAtEnd) ? 0 : Curve.ramp(part.0.coverage, zero: 0.15, one: 0.55))
        }
        let named = questionSubject.count { subject in
            answer.terms.contains { !StopWords.isEmpty($0.text) && subject.likeness(to: $0) >= 0.75 }
        }
        return Curve.ramp(signs + 0.5 * Double(min(named, 2)), zero: leastSigns, one: leastSigns + 1)
    }

    /// The match of the statement or the best variant by letters. A second, different variant said elsewhere adds half of what
    /// is still missing times its own coverage: two signs are surer than one.
    private func matchOfWords(_ point: KeyPoint) -> Match {
        var matches: [Match] = []
        for (index, text) in ([point.statement] + point.variants).enumerated()
        where StoryMove(variant: text) == nil {
            let phrase = Phrase(
                text, form: index == 0 ? .statement : .said, questionStems: questionStems,
                terms: answer.spokenTerms)
            matches.append(match(phrase))
        }
        var best = Match()
        for match in matches { best.improve(match.coverage, match.tokens) }
        let second =
            matches.dropFirst()
            .filter { !$0.tokens.overlaps(best.tokens) }.map(\.coverage).max() ?? 0
        best.coverage += 0.5 * (1 - best.coverage) * second
        return best
    }

    /// How far the moves that the point names are made: once gives 0.6, twice 0.75, at different places.
    private func matchOfMoves(_ point: KeyPoint) -> Match {
        let places = point.variants.compactMap(StoryMove.init(variant:))
            .flatMap { $0.places(in: texts) }
            .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        guard let first = places.first else { return Match() }
        let isRepeated = places.contains { !$0.overlaps(first) }
        return Match(coverage: isRepeated ? 0.75 : 0.6, tokens: first)
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
        let alike = term.text.first.flatMap { placesByInitial[$0] } ?? []
        for place in alike + (term.synonymGroup.flatMap { placesBySynonym[$0] } ?? []) {
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
