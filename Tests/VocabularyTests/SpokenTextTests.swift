import Testing

@testable import Vocabulary

@Suite struct SpokenTextTests {
    private func said(_ text: String) throws -> String {
        try TestVocabulary.speaker().sentences(of: text).map { $0.joined(separator: " ") }.joined(
            separator: " | ")
    }

    @Test(arguments: [
        ("We use CI/CD, Node.js and C++.", "we use ci/cd node.js and c++"),
        ("(PostgreSQL), \"MYSQL\"; .NET!", "postgresql mysql .net"),
        ("Kubernetes's pods, Kubernetes’s", "kubernetes's pods kubernetes's"),
        ("React/Redis-based A/B tests: R&D", "react redis based a/b tests r&d"),
        ("c++/C#", "c++ c#"), ("APIs", "apis"),
    ])
    func termsAreTheirOneToken(text: String, words: String) throws {
        #expect(try said(text) == words)
    }

    @Test(arguments: [
        ("200 ms", "two hundred milliseconds"), ("It was in 2019.", "it was in twenty nineteen"),
        ("99.9%", "ninety nine point nine percent"), ("the 3rd", "the third"), ("$5", "five dollars"),
        ("$1 and $2.5 million", "one dollar and two point five million dollars"),
        ("$3.50", "three dollars fifty cents"), ("$1.5M", "one point five million dollars"),
        ("10k users", "ten thousand users"), ("24/7", "twenty four seven"), ("1,000", "one thousand"),
        ("5-10 users", "five to ten users"), ("10–20%", "ten to twenty percent"),
        ("3.11", "three point eleven"),
        ("In Python 3.11 we", "in python three point eleven we"),
        ("About 3.14 meters", "about three point one four meters"),
        ("version 2.0.1", "version two point zero point one"), ("v2", "version two"),
        ("2000 requests", "two thousand requests"),
        ("1999 requests", "one thousand nine hundred ninety nine requests"),
        ("1 GB, 2 GB", "one gigabyte two gigabytes"), ("5 GB/s", "five gigabytes per second"),
        ("a 30-minute talk", "a thirty minute talk"), ("-5", "minus five"), ("~20", "about twenty"),
        ("HTTP 404", "http four oh four"), ("10:30", "ten thirty"), ("the 90s", "the nineties"),
        ("1990s", "nineteen nineties"), ("#1", "number one"), ("007", "zero zero seven"),
        ("p99", "p ninety nine"),
        ("5 %", "five percent"), ("1/2", "one half"), ("0.5s", "zero point five seconds"),
        (".5", "point five"),
        ("$5-10", "five to ten dollars"), ("$10k/month", "ten thousand dollars per month"),
        ("5th-grade", "fifth grade"), ("v1.2.3-beta", "version one point two point three beta"),
        ("201 users", "two hundred one users"), ("a 302", "a three oh two"), ("3 ms", "three milliseconds"),
        ("5-10 ms", "five to ten milliseconds"),
        ("10x", "ten x"), ("100+", "one hundred plus"),
    ])
    func numbersAreSaidInWords(text: String, words: String) throws {
        #expect(try said(text) == words)
    }

    @Test(arguments: [
        ("you & me @ home + 3", "you and me at home plus three"), ("well-known e-mail", "well-known e-mail"),
        ("state-of-the-art", "state of the art"), ("getUserById", "get user by id"),
        ("HTTPServer", "http server"),
        ("max_open_files", "max open files"), ("https://www.example.com/docs", "example dot com slash docs"),
        ("me@acme.io", "me at acme dot io"), ("e.g. this, i.e. that", "for example this that is that"),
        ("main.py", "main dot py"), ("O(n)", "o of n"), ("a -> b", "a to b"), ("List<String>", "list string"),
        ("and/or", "and or"), ("X.Y.-based", "x y based"), ("McDonald", "mcdonald"),
    ])
    func signsAndNamesAreSaid(text: String, words: String) throws {
        #expect(try said(text) == words)
    }

    @Test(arguments: [
        ("Don't, I’m 'quoted'", "don't i'm quoted"), ("'cause it's", "'cause it's"),
        ("users' rights", "users rights"),
        ("naïve résumé", "naive resume"), ("ETL and VPCs", "etl and vpcs"), ("日本語 Привет", "日本語 привет"),
        ("smile 😀 now", "smile now"), ("[Redis?], yes", "redis yes"), ("a\u{00AD}b", "ab"),
    ])
    func wordsStayAsTheyAre(text: String, words: String) throws {
        #expect(try said(text) == words)
    }

    @Test(arguments: [
        ("One. Two! Three? Four… five", "one | two | three | four | five"),
        ("Use Redis, etc. Then stop", "use redis et cetera | then stop"),
        ("Dr. Who came at 9 a.m. Monday", "doctor who came at nine a.m. monday"),
        ("wrapped\nline", "wrapped line"), ("One\nTwo", "one | two"),
        ("- one\n- Two\n\n# Three", "one | two | three"),
        ("(Really.) Yes", "really | yes"), ("\"Yes,\" he said.", "yes he said"),
    ])
    func sentencesEndAtTheirMarksAndAtNewLines(text: String, words: String) throws {
        #expect(try said(text) == words)
    }

    @Test(arguments: ["", " \n\t", "...", "😀 — ()", "!?", "# - *"])
    func aTextWithoutWordsHasNoSentence(text: String) throws {
        #expect(try said(text).isEmpty)
    }

    @Test func aTokenTellsWhatItWasWrittenAs() throws {
        let tokens = try TestVocabulary.speaker().tokens(of: "ETL, 20%").flatMap { $0 }
        #expect(tokens.map(\.written) == ["ETL", "20%", "20%"])
        #expect(tokens.map(\.text) == ["etl", "twenty", "percent"])
    }

    @Test func anyInputGivesTokensWithoutBlanksAndCapitals() throws {
        var random = SeededNumbers(seed: 7)
        let signs = Array("aZé'’.,-/&+#@%$1290 \n()[]<>?!:;_~^*|\\\"日😀\u{0301}\u{200D}x")
        let speaker = try TestVocabulary.speaker()
        for _ in 0..<2_000 {
            let text = String(
                (0..<random.next(below: 30)).map { _ in signs[random.next(below: signs.count)] })
            for token in speaker.sentences(of: text).flatMap({ $0 }) {
                #expect(!token.isEmpty && !token.contains(where: \.isWhitespace), "\(text) gave \(token)")
                #expect(token == token.lowercased())
            }
        }
    }

    @Test func longInputIsSaidToItsEnd() throws {
        let figures = String(repeating: "9", count: 2_000)
        #expect(try said(figures).split(separator: " ").count == 2_000)
        let chain = Array(repeating: "ab", count: 2_000).joined(separator: "-")
        #expect(try said(chain).split(separator: " ").count == 2_000)
        #expect(try said(String(repeating: "(", count: 20_000) + "x").hasSuffix("x"))
    }
}
