import Language

/// One way of saying a key point, as weighted terms.
///
/// A word weighs by how much finding it proves: 1 for a word of the subject, 0.5 for one that occurs in answers to any
/// question, 0.2 for one without content, and nothing for one that the question itself contains, so that repeating
/// the question earns nothing.
struct Phrase {
    /// How a phrase is to be found.
    enum Form {
        /// Written for a reader: its content words count, in any order.
        case statement
        /// As people say it: all words count, in their order.
        case said
    }

    let form: Form
    let terms: [Term]
    let weights: [Double]

    init(_ text: String, form: Form, questionStems: Set<String>, terms: SpokenTerms) {
        let tokens = terms.tokens(in: text)
        var seen: Set<String> = []
        let all = tokens.map { Term($0.text) }.filter { term in
            form == .said || (!StopWords.isEmpty(term.text) && seen.insert(term.stem).inserted)
        }
        self.form = form
        self.terms = all
        self.weights = all.map { term in
            if StopWords.isEmpty(term.text) { return 0.2 }
            if questionStems.contains(term.stem) { return 0 }
            return CommonWords.contains(stem: term.stem) ? 0.5 : 1
        }
    }

    /// The weight of the whole phrase.
    var weight: Double { weights.reduce(0, +) }

    /// How many of its words have content of their own.
    var contentCount: Int { weights.count { $0 >= 0.5 } }

    /// How far words of the phrase that weigh `found` carry it, 0...1.
    ///
    /// The share m found is raised to 1 + 2/n, for n content words: half of a long statement shows that its subject
    /// was there, half of a phrase of two words shows little. And what weighs little proves little however complete:
    /// the share is bounded by 0.1 + 0.4 of the weight found, so one word of the subject gives at most a half and two
    /// give 0.9.
    func coverage(found: Double) -> Double {
        guard weight > 0, contentCount > 0 else { return 0 }
        let complete = power(min(found / weight, 1), 1 + 2 / Double(contentCount))
        return complete * min(1, 0.1 + 0.4 * found)
    }
}
