import Testing

@testable import viva_bench

@Suite struct KeyTermTests {
    @Test(arguments: [
        ("CI/CD", "we have c i c d now", true), ("backend", "the back end is slow", true),
        ("backend", "the backends are slow", true), ("Redis", "redis's memory", true),
        ("Redis", "the redistribution", false), ("B-tree", "a b tree", true), ("S3", "in s three", true),
        ("REST", "the rest of us", true), ("REST", "she rested", false),
        ("event loop", "the event a loop", false),
    ])
    func findsWholeWordsWhoseLettersAreTheTerm(written: String, heard: String, isThere: Bool) {
        #expect(KeyTerm(written: written).occurs(in: SpokenWords.words(heard)) == isThere)
    }

    @Test func findsTheOtherWaysToWriteIt() {
        let term = KeyTerm(written: "nginx", said: ["engine x", "engine ex"])
        #expect(term.ranges(in: ["put", "engine", "x", "before", "nginx"]) == [1..<3, 4..<5])
        #expect(!term.occurs(in: ["the", "engine", "stalls"]))
        #expect(!term.occurs(in: []))
    }

    @Test func readsACellOfATable() {
        #expect(
            KeyTerm.list("PostgreSQL = post gress q l, postgres | CI/CD | a=b ")
                == [
                    KeyTerm(written: "PostgreSQL", said: ["post gress q l", "postgres"]),
                    KeyTerm(written: "CI/CD"), KeyTerm(written: "a=b"),
                ])
        #expect(KeyTerm.list(" | ").isEmpty)
    }
}
