import Language

/// The words that a rubric expects, with which an answer's words are compared as a whole.
struct RubricWords: Sendable {
    private var stems: Set<String> = []
    private var synonymGroups: Set<Int> = []

    init(of rubric: Rubric, terms: SpokenTerms = SpokenTerms()) {
        for text in Self.parts(of: rubric) {
            for term in Term.content(of: text, terms: terms) {
                stems.insert(term.stem)
                if let group = term.synonymGroup { synonymGroups.insert(group) }
            }
        }
    }

    /// All words of a rubric, in lower case.
    static func texts(of rubric: Rubric, terms: SpokenTerms) -> Set<String> {
        Set(parts(of: rubric).flatMap { terms.tokens(in: $0).map(\.text) })
    }

    /// The sentences of a rubric, without the phrases of its variants.
    static func sentences(of rubric: Rubric) -> String {
        ([rubric.question] + rubric.keyPoints.map(\.statement)
            + rubric.sampleAnswers.prefix(1).map { String($0.prefix(1000)) })
            .joined(separator: " ")
    }

    private static func parts(of rubric: Rubric) -> [String] {
        [rubric.question] + rubric.sampleAnswers
            + rubric.keyPoints.flatMap {
                [$0.statement] + $0.variants.filter { StoryMove(variant: $0) == nil }
            }
    }

    /// How sure it is that an answer is about the rubric's subject, 0...1.
    ///
    /// Stories hold many words that no rubric foresees, technical answers few, hence a band for each kind; a recogniser
    /// puts wrong words among the right ones, hence more leave for speech. A rubric of few words is no measure: below
    /// 40 of them nothing is doubted, from 120 on the share counts in full.
    func certainty(of said: [Term], kind: Rubric.Kind, source: Hearing.Source) -> Double {
        let (zero, one) =
            switch kind {
            case .behavioural, .hr, .caseStudy: (0.11, 0.22)
            case .situational: (0.16, 0.4)
            case .technical, .systemDesign, .coding: (0.25, 0.5)
            }
        let leave = source == .spoken ? 0.75 : 1
        let about = Curve.ramp(share(of: said), zero: zero * leave, one: one * leave)
        return 1 - Curve.ramp(Double(stems.count), zero: 40, one: 120) * (1 - about)
    }

    /// The share of the answer's different content words that the rubric has too, 0...1. Words that occur in answers
    /// to any question count little.
    func share(of said: [Term]) -> Double {
        var seen: Set<String> = []
        var known = 0.0
        var total = 0.0
        for term in said where seen.insert(term.stem).inserted {
            let weight = CommonWords.contains(stem: term.stem) ? 0.2 : 1
            total += weight
            if contains(term) { known += weight }
        }
        return total > 0 ? known / total : 0
    }

    private func contains(_ term: Term) -> Bool {
        stems.contains(term.stem) || term.synonymGroup.map { synonymGroups.contains($0) } == true
    }
}
