import Language

/// What makes some words of an answer concrete: a figure, an example, a name, a reason or way, or deeds.
struct Concreteness {
    /// What was found.
    enum Sort: CaseIterable {
        case figure, example, name, reason, deed
        /// That something was measured or counted.
        case measurement
        /// That nobody did something or something did not happen, by which one can tell that a matter went well.
        case absence
        /// So many words of its own that it says something in particular.
        case particulars
        /// A comparison or condition, which may carry a claim and proves little.
        case link
    }

    let answer: AnswerText
    /// A sentence with so many different words of its own says something in particular.
    let particularWords: Int

    private let claim: VagueClaim.Sort

    /// What is concrete in an answer near a claim, or as the answer to a question about one.
    init(_ answer: AnswerText, claim: VagueClaim.Sort, particularWords: Int) {
        self.answer = answer
        self.claim = claim
        self.particularWords = particularWords
    }

    /// What makes the tokens of a stretch concrete, with the first tokens that show it.
    ///
    /// - Parameter skipped: tokens that do not count.
    func signs(in range: Range<Int>, without skipped: Range<Int> = 0..<0) -> [Sort: Range<Int>] {
        var signs: [Sort: Range<Int>] = [:]
        var own: Set<String> = []
        for place in range where !skipped.contains(place) {
            let text = answer.tokens[place].text
            if isFigure(place) { signs[.figure] = signs[.figure] ?? place..<place + 1 }
            if isName(place, from: range.lowerBound) { signs[.name] = signs[.name] ?? place..<place + 1 }
            for (sort, phrases) in Self.phrases {
                if let phrase = phrases.first(where: { stands($0, at: place, before: range.upperBound) }) {
                    let found = place..<place + phrase.count
                    // Empty words after "because" give no reason.
                    let proven = sort == .link || isFilled(found, as: sort, in: range) ? sort : .link
                    signs[proven] = signs[proven] ?? found
                }
            }
            if signs[.reason] == nil, isWay(place, before: range.upperBound) {
                signs[.reason] = place..<place + 2
            }
            if signs[.deed] == nil, let deed = deed(at: place, before: range.upperBound) {
                signs[.deed] = deed
            }
            if claim == .change, signs[.measurement] == nil, isMeasured(place, from: range.lowerBound) {
                signs[.measurement] = place..<place + 1
            }
            if claim == .success, signs[.absence] == nil {
                signs[.absence] = absence(at: place, before: range.upperBound)
            }
            if isParticular(text) { own.insert(answer.terms[place].stem) }
        }
        if own.count >= particularWords { signs[.particulars] = range }
        return signs
    }

    private func stands(_ phrase: [String], at place: Int, before end: Int) -> Bool {
        place + phrase.count <= end
            && phrase.indices.allSatisfy { answer.tokens[place + $0].text == phrase[$0] }
    }

    /// Whether a word of a subject stands after a phrase, for an example also before it.
    private func isFilled(_ phrase: Range<Int>, as sort: Sort, in range: Range<Int>) -> Bool {
        let begin = sort == .example ? phrase.lowerBound - Self.reach : phrase.upperBound
        let near = max(range.lowerBound, begin)..<min(range.upperBound, phrase.upperBound + Self.reach)
        return near.contains { isParticular(answer.tokens[$0].text) }
    }

    /// A way of doing something: "by caching".
    private func isWay(_ place: Int, before end: Int) -> Bool {
        guard ["by", "through"].contains(answer.tokens[place].text), place + 1 < end,
            answer.tokens[place + 1].text.hasSuffix("ing")
        else { return false }
        return (place + 1..<min(place + 5, end)).contains { isParticular(answer.tokens[$0].text) }
    }

    /// Whether a figure stands here: none that is part of a name ("Q2"), of a date or of an order ("the third").
    func isFigure(_ place: Int) -> Bool {
        let text = answer.tokens[place].text
        guard Story.isFigure(text) else { return false }
        let before = place > 0 ? answer.tokens[place - 1].text : ""
        guard text.contains(where: \.isNumber) else {
            return !Self.ordinals.contains(text) || Self.beforeFractions.contains(before)
        }
        guard text.first?.isNumber == true else { return false }
        let isYear = text.count == 4 && Int(text).map { (1900...2099).contains($0) } ?? false
        let isOrdinal = ["st", "nd", "rd", "th"].contains { text.hasSuffix($0) }
        return !isOrdinal && !(isYear && Self.beforeYears.contains(before))
    }

    /// Whether something was measured here: "we timed it", "it was measured".
    private func isMeasured(_ place: Int, from start: Int) -> Bool {
        guard Self.measuring.contains(answer.tokens[place].text) else { return false }
        let before = answer.tokens[max(start, place - 3)..<place].map(\.text)
        return !before.contains(where: Self.negations.contains)
    }

    /// That something did not happen: "nobody had to be paged", "without a complaint".
    private func absence(at place: Int, before end: Int) -> Range<Int>? {
        guard Self.absences.contains(answer.tokens[place].text) else { return nil }
        return (place + 1..<max(place + 1, min(place + 6, end))).first {
            let text = answer.tokens[$0].text
            return !StopWords.isEmpty(text) && !Self.airWords.contains(text) && !Self.troubles.contains(text)
        }.map { place..<$0 + 1 }
    }

    /// Somebody's deed: "I", perhaps an adverb, a verb that says what was done, and a word of what it was done to.
    private func deed(at place: Int, before end: Int) -> Range<Int>? {
        guard ["i", "we"].contains(answer.tokens[place].text) else { return nil }
        let window = place + 1..<min(place + 4, end)
        guard
            let verb = window.first(where: {
                Story.isPast(answer.tokens[$0].text) && !Self.emptyDeeds.contains(answer.tokens[$0].text)
            })
        else { return nil }
        if answer.tokens[place + 1..<verb].contains(where: { Self.negations.contains($0.text) }) {
            return nil
        }
        let rest = verb + 1..<min(verb + 7, end)
        guard let object = rest.first(where: { isParticular(answer.tokens[$0].text) }) else { return nil }
        return place..<object + 1
    }

    private func isParticular(_ text: String) -> Bool {
        !StopWords.isEmpty(text) && !CommonWords.contains(stem: Stemmer.stem(text))
            && !Self.airWords.contains(text)
    }

    /// A name: a capital or figure where no sentence begins, or a sign of names within the word.
    private func isName(_ place: Int, from start: Int) -> Bool {
        let token = answer.tokens[place]
        let word = answer.words[token.words.lowerBound].text
        guard token.text != "i", let first = word.first(where: { $0.isLetter || $0.isNumber }) else {
            return false
        }
        if ["us", "ok", "okay"].contains(token.text) { return false }
        let letters = word.filter(\.isLetter)
        if letters.dropFirst().contains(where: \.isUppercase), !word.hasPrefix("I'"),
            !word.hasPrefix("I\u{2019}"),
            letters.count > 1
        {
            return !answer.isInCapitals
        }
        // "S3", "p99"
        if token.text.first?.isLetter == true, token.text.contains(where: \.isNumber) { return true }
        guard place > start, first.isUppercase, !word.hasPrefix("I'"), !word.hasPrefix("I\u{2019}") else {
            return false
        }
        let before = answer.words[max(0, token.words.lowerBound - 1)].text
        return !answer.isInCapitals && !(before.last.map { ".!?:\u{201D}\"".contains($0) } ?? true)
    }

    /// So many tokens beside a phrase are looked at for what it leads to.
    private static let reach = 8
    private static let ordinals: Set<String> = ["third", "quarter"]
    private static let beforeFractions: Set<String> = ["a", "one", "by"]
    private static let beforeYears: Set<String> = [
        "in", "since", "until", "till", "from", "of", "during", "by", "around", "before", "after", "year",
        "early",
        "late", "summer", "january", "february", "march", "april", "may", "june", "july", "august",
        "september",
        "october", "november", "december",
    ]
    private static let measuring: Set<String> = [
        "measured", "timed", "counted", "benchmarked", "profiled", "monitored", "surveyed", "weighed",
    ]
    private static let negations: Set<String> = [
        "not", "never", "nobody", "hardly", "barely", "seldom", "rarely", "no", "nothing", "could", "should",
    ]
    private static let absences: Set<String> = ["nobody", "no", "none", "without", "zero"]
    /// That there were none of these is as vague as that it went well.
    private static let troubles: Set<String> = [
        "hitch", "hitches", "problem", "problems", "issue", "issues", "trouble", "troubles", "doubt", "idea",
        "question",
        "questions",
        "matter", "choice", "reason", "time",
    ]
    private static let phrases: [Sort: [[String]]] = [
        .example: split([
            "for example", "for instance", "such as", "an example", "one example", "like the", "like a",
            "like when",
            "imagine", "namely", "e.g",
        ]),
        .reason: split([
            "because", "so that", "which means", "that means", "therefore", "thanks to", "due to", "using",
            "instead of", "the reason",
        ]),
        .link: split([
            "by", "through", "via", "than", "compared", "until", "unless", "since", "as long as", "when",
            "if",
        ]),
    ]
    /// Verbs that say that something was done and not what.
    private static let emptyDeeds: Set<String> = [
        "improved", "increased", "reduced", "boosted", "enhanced", "optimised", "optimized", "handled",
        "managed",
        "solved", "resolved", "fixed", "sorted", "addressed", "tackled", "helped", "worked", "used", "tried",
        "did",
        "made", "supported", "needed", "wanted", "learned", "learnt", "liked", "enjoyed", "loved", "felt",
        "thought",
        "followed", "applied", "got", "had", "received", "succeeded", "achieved",
    ]
    /// Words that sound like something and name nothing.
    private static let airWords: Set<String> = [
        "performance", "quality", "efficiency", "productivity", "communication", "situation", "challenge",
        "challenges", "solution", "solutions", "technology", "technologies", "tool", "tools", "practice",
        "practices",
        "method", "methods", "technique", "techniques", "approach", "approaches", "strategy", "success",
        "successful",
        "successfully", "impact", "effect", "improvement", "improvements", "improved", "improve", "handled",
        "managed",
        "solved", "resolved", "happy", "satisfied", "pleased", "nice", "amazing", "awesome", "perfect",
        "excellent",
        "significantly", "massively", "greatly", "dramatically", "definitely", "various", "several", "modern",
        "faster", "easier", "smoother", "quicker", "smooth", "smoothly", "involved", "difficult", "efficient",
        "reliable", "stable", "scales", "scalable", "love", "loved", "like", "liked", "enjoyed", "experience",
        "hopefully", "obviously", "literally", "honestly", "pretty", "whatever", "environment",
        "stakeholders",
        "members", "feedback", "huge", "massive", "major", "boost", "success", "proud", "opportunity",
        "motivated",
        "glad", "excited", "thrilled", "delighted", "impressed", "grateful", "thankful", "enthusiastic",
        "worked",
        "professional", "dynamic", "innovative", "synergy", "passionate", "hardworking",
    ]

    private static func split(_ phrases: [String]) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }
}
