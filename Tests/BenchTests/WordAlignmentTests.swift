import Recognition
import Testing

@testable import viva_bench

@Suite struct WordAlignmentTests {
    private func errors(_ said: String, _ heard: String, _ terms: [KeyTerm] = []) -> Int {
        let heard = SpokenWords.words(heard)
        return WordAlignment(ReferenceLattice(said, heard: heard, terms: terms), heard: heard).rate.errors
    }

    @Test func countsEachKindOfErrorOnce() {
        let heard = ["the", "cat", "sat", "on", "on", "mat"]
        let rate = WordAlignment(ReferenceLattice("a cat on the mat", heard: heard), heard: heard).rate
        #expect(
            rate.errors
                == WordErrorRate(reference: ["a", "cat", "on", "the", "mat"], hypothesis: heard).errors)
        #expect(rate.referenceWords == 5)
        #expect(errors("", "") == 0)
        #expect(errors("", "two words") == 2)
        #expect(errors("two words", "") == 2)
    }

    @Test(arguments: [
        ("i'm here", "i am here"), ("they are here", "they're here"), ("it's done", "it is done"),
        ("do not go", "don't go"), ("can't", "cannot"), ("y'know what", "you know what"), ("okay", "ok"),
        ("in 1965", "in nineteen sixty five"), ("428 men", "four two eight men"), ("2019", "twenty nineteen"),
        ("150", "one fifty"), ("204", "two oh four"), ("100 men", "a hundred men"), ("p o w e l l", "powell"),
        ("sql", "s q l"), ("CI/CD", "c i c d"), ("backend", "back end"), ("wood blocks", "woodblocks"),
        ("ill-disposed", "ill disposed"), ("realising", "realizing"), ("letter o", "letter oh"),
        ("9:00 am", "nine a m"), ("nine am", "9:00 am"),
    ])
    func acceptsOtherSpellingsOfTheSameSounds(said: String, heard: String) {
        #expect(errors(said, heard) == 0)
    }

    @Test(arguments: [
        ("i'm here", "i was here"), ("the dog's tail", "the dog is tail"), ("four men", "for men"),
        ("backend", "back and"), ("428", "four two nine"),
    ])
    func doesNotAcceptOtherWords(said: String, heard: String) {
        #expect(errors(said, heard) > 0)
    }

    @Test func acceptsATermAsItSounds() {
        let term = KeyTerm(written: "PostgreSQL", said: ["post gress q l"])
        #expect(errors("we use PostgreSQL here", "we use post gress q l here", [term]) == 0)
        #expect(errors("we use PostgreSQL here", "we use post gress q l here") > 0)
    }

    @Test func countsTheSameWordsForEveryRecogniser() {
        for heard in [[], ["s", "q", "l"], ["sql"], ["i", "am"]] {
            #expect(
                WordAlignment(ReferenceLattice("i'm in sql", heard: heard), heard: heard).rate.referenceWords
                    == 3)
        }
    }

    @Test func saysWhichWordsWereHeardRight() {
        let heard = ["so", "we", "use", "s", "q", "l", "at", "home"]
        let matches = WordAlignment(ReferenceLattice("we used sql at home", heard: heard), heard: heard)
            .matches
        #expect(
            matches == [
                .init(said: 0..<1, heard: 1..<2), .init(said: 2..<3, heard: 3..<6),
                .init(said: 3..<4, heard: 6..<7),
                .init(said: 4..<5, heard: 7..<8),
            ])
    }
}
