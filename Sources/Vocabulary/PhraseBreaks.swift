import Speech

/// Tells from two words that follow one another whether a break between them lies inside a phrase.
///
/// ```swift
/// PhraseBreaks.isInsidePhrase(after: "the", before: "database")    // true
/// PhraseBreaks.isInsidePhrase(after: "database", before: "and")    // false
/// ```
///
/// The words alone decide and not the length of the silence, so that a long silence after "the" stays inside a phrase.
/// Inside is a break after a word that leans on the next one (an article, a preposition, a conjunction, an auxiliary, a
/// subject pronoun, "very") and before "of". Where no word tells, as between "we moved" and "the service", it is taken
/// for the end of a phrase: a break between two content words of one phrase ("database | migration") is not seen. Which
/// words these are is a rule of this product; junctures before conjunctions and clauses are those of Goldman-Eisler 1968,
/// *Psycholinguistics: Experiments in Spontaneous Speech*.
public enum PhraseBreaks {
    /// Whether a break between two heard words, in any letter case, lies inside a phrase.
    public static func isInsidePhrase(after before: String, before next: String) -> Bool {
        let before = Word.lowered(before)
        let next = Word.lowered(next)
        let role = ClauseWords.role(of: next, before: nil)
        let joins = role == .joiner || role == .opener
        if leaningBack.contains(next) { return true }
        // "I know that | because", "that is how it is | so": a clause may end with these.
        if clauseWords.contains(before) { return !joins }
        if endingWords.contains(before) || ClauseWords.isAuxiliary(before) || shortened.contains(before) {
            return !joins && !subjects.contains(next)
        }
        // "this | project", "two | hundred", but "we did this | in May" and "we did this | the week before".
        if modifiers.contains(before) || isNumber(before) {
            return !joins && role != .binder && !subjects.contains(next) && !determiners.contains(next)
        }
        if ClauseWords.goesOn(before) { return true }
        // "it | was" and "there | is", but "the service | was".
        return openSubjects.contains(before) && (ClauseWords.isAuxiliary(next) || shortened.contains(next))
    }

    private static func isNumber(_ word: String) -> Bool {
        guard word != "one" else { return false }
        return NumberNames.valueOfUnit[word] != nil || NumberNames.valueOfTens[word] != nil
            || NumberNames.valueOfScale[word] != nil || word == "hundred"
    }

    /// They lean on the word before them.
    private static let leaningBack = Set.words("of percent")
    /// Conjunctions that are pronouns or adverbs as well.
    private static let clauseWords = Set.words("that when where since though")
    /// A preposition ends a clause in "what it is used for", "so" opens one in "so | we moved".
    private static let endingWords = Set.words(
        "so as in on at about for with by from to than between into through over without his her its")
    /// Auxiliaries that `ClauseWords` does not need to know.
    private static let shortened = Set.words(
        "isn't wasn't aren't weren't won't wouldn't couldn't shouldn't doesn't haven't hasn't hadn't cannot")
    /// They stand before a noun or an adjective, and some of them alone.
    private static let modifiers = Set.words(
        "this these those some any each both another other more most less only even just also really extremely fairly "
            + "pretty rather highly")
    private static let determiners = Set.words("the a an my our your his her its their this that these those")
    private static let subjects = Set.words(
        "i we they he she i'm we're they're he's she's i've we've they've i'd we'd they'd i'll we'll they'll")
    /// Subjects that may be objects as well.
    private static let openSubjects = Set.words("it you there this that which who what")
}
