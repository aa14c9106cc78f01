import Vocabulary

/// Finds passive phrases: a form of "be" or "get" and a past participle, with adverbs between.
///
/// Participles are words in -ed and a list of irregular ones. Those that are adjectives more often than not ("interested",
/// "used", "done") count only before "by".
enum PassiveFinder {
    /// How many adverbs and further forms of "be" may stand between.
    private static let limitBetween = 3

    /// The passive phrases of a sentence, in the order of time; uncertain words are no part of one.
    static func phrases(in sentence: SpokenSentence) -> [SaidPhrase] {
        let texts = sentence.words.map { $0.isUncertain ? "" : $0.text }
        var found: [SaidPhrase] = []
        var place = 0
        while place < texts.count {
            if let end = end(of: texts, from: place) {
                found.append(sentence.phrase(place..<end))
                place = end
            } else {
                place += 1
            }
        }
        return found
    }

    /// The place behind the participle of a passive phrase that begins at a place.
    private static func end(of texts: [String], from start: Int) -> Int? {
        let isGet = formsOfGet.contains(texts[start])
        guard isGet || formsOfBe.contains(texts[start]) else { return nil }
        var place = start + 1
        while !isGet, place < texts.count, place - start <= limitBetween, isBetween(texts[place]) {
            place += 1
        }
        guard place < texts.count else { return nil }
        let next = place + 1 < texts.count ? texts[place + 1] : ""
        return isParticiple(texts[place], before: next) ? place + 1 : nil
    }

    private static func isBetween(_ text: String) -> Bool {
        formsOfBe.contains(text) || adverbs.contains(text) || text.hasSuffix("ly") && text.count > 4
    }

    private static func isParticiple(_ text: String, before next: String) -> Bool {
        if adjectives.contains(text) { return next == "by" }
        return irregular.contains(text)
            || text.hasSuffix("ed") && text.count > 4 && !text.hasSuffix("eed")
                && !notParticiples.contains(text)
    }

    // "It's" and "he's" are "has" as often as "is": "it's changed".
    private static let formsOfBe = Set.words(
        "am is are was were be been being isn't aren't wasn't weren't i'm we're they're you're")
    private static let formsOfGet = Set.words("get gets got getting gotten")
    private static let adverbs = Set.words(
        "not also just then now already never always often usually mostly all both still first later soon again finally "
            + "well badly so far")
    private static let notParticiples = Set.words("hundred indeed sacred naked wicked rugged ragged")
    private static let adjectives = Set.words(
        "interested excited involved used supposed tired concerned worried experienced skilled dedicated motivated related "
            + "pleased surprised frustrated confused scared bored married stressed satisfied disappointed qualified "
            + "committed ashamed amazed annoyed convinced determined embarrassed focused overwhelmed prepared relaxed "
            + "retired shocked started limited advanced complicated sophisticated outdated talented based "
            + "passed done gone born left known stuck upset underrated "
            + "overqualified delighted amused swamped biased unrelated undefined unexpected unlimited unfinished untested"
    )
    private static let irregular = Set.words(
        "agreed beaten begun bent bitten blown bought bound broken brought built burnt cast caught chosen cut dealt drawn driven "
            + "drunk eaten fed felt fought forbidden forgiven forgotten found frozen given grown guaranteed heard held hidden hit "
            + "hurt kept laid led lent let lit lost made meant met mistaken overseen overwritten paid proven put "
            + "read rebuilt redone rerun reset rewritten ridden rung run said seen sent set sewn shaken shed shot shown "
            + "shrunk shut sold sought spent split spoken spread stolen struck sung sunk swept sworn taken taught thought "
            + "thrown told torn undone understood undertaken withdrawn withheld won worn woven written")
}
