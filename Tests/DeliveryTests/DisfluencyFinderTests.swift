import Delivery
import Speech
import Testing

@Suite("DisfluencyFinder")
struct DisfluencyFinderTests {
    private static func words(_ text: String) -> [Word] {
        text.split(separator: " ").enumerated().map { index, word in
            let start = Double(index) * 0.3
            return Word(
                text: String(word), time: TimeRange(startSeconds: start, endSeconds: start + 0.25))
        }
    }

    private static func found(_ text: String) -> [String] {
        DisfluencyFinder().disfluencies(in: words(text)).map { "\($0.kind.rawValue): \($0.text)" }
    }

    @Test(
        "Words said twice are repetitions",
        arguments: [
            ("so the the service", "the"), ("i was i was there", "i was"), ("it um it occurs", "it"),
            ("in the first place in the first place we", "in the first place"), ("a a queue", "a"),
            ("and i and i went", "and i"), ("when i was i was there", "i was"),
        ])
    func repetitions(text: String, taken: String) {
        #expect(Self.found(text) == ["repetition: \(taken)"])
    }

    @Test(
        "A clause that ends with its verb, and what is joined or said by habit, is right English",
        arguments: [
            "when i can i ask the customer", "we do what we can we do not give up", "what i did i did alone",
            "it got better and better and better", "we went on and on and on",
            "thank you thank you everybody",
        ])
    func clauses(text: String) {
        #expect(Self.found(text).isEmpty)
    }

    @Test(
        "A phrase begun again otherwise is a restart",
        arguments: [
            ("it is on the on a server", "on the"), ("we we're done", "we"),
            ("i wor- i worked there", "i wor-"),
            ("all kn- know this", "kn-"), ("i was i should say", "i was"), ("they well they've only", "they"),
            ("when we we're done", "we"), ("because i was i should say", "i was"),
        ])
    func restarts(text: String, taken: String) {
        #expect(Self.found(text) == ["restart: \(taken)"])
    }

    @Test(
        "What is meant twice is none",
        arguments: [
            "it was very very slow", "we had had that", "two two seven", "s s l", "he said that that works",
            "no no no", "we read and we write", "ask what you can do", "add to my to do list",
            "lost in it it's good", "", "the",
        ])
    func meant(text: String) {
        #expect(Self.found(text).isEmpty)
    }

    @Test("A filled pause with a mark behind it is looked through, and a curved apostrophe is one")
    func marks() {
        #expect(Self.found("we um, we went") == ["repetition: we"])
        #expect(Self.found("when we we\u{2019}re done") == ["restart: we"])
    }

    @Test("Each of three is taken back but the last")
    func threefold() {
        #expect(Self.found("the the the cache") == ["repetition: the", "repetition: the"])
    }

    @Test("A long silence makes two statements")
    func silence() {
        var words = Self.words("done i i see")
        words[2].time = TimeRange(startSeconds: 9, endSeconds: 9.2)
        words[3].time = TimeRange(startSeconds: 9.3, endSeconds: 9.5)
        #expect(DisfluencyFinder().disfluencies(in: words).isEmpty)
    }

    @Test("The place and the time cover the words taken back")
    func place() throws {
        let disfluency = try #require(
            DisfluencyFinder().disfluencies(in: Self.words("so i was um i was there")).first)
        #expect(disfluency.words == 1..<3)
        #expect(abs(disfluency.time.startSeconds - 0.3) < 1e-9)
        #expect(abs(disfluency.time.endSeconds - 0.85) < 1e-9)
    }

    @Test("Nothing is concluded from a word that was probably not said")
    func uncertain() {
        for place in 1...2 {
            var words = Self.words("so the the cache was full full of it")
            words[place].isUncertain = true
            let found = DisfluencyFinder().disfluencies(in: words)
            #expect(found.map(\.words) == [5..<6], "What follows is still found, at its place.")
        }
    }

    @Test("Times that are no numbers are left out")
    func timesThatAreNone() {
        for seconds in [Double.nan, .infinity, -.infinity] {
            var words = Self.words("i was i was there")
            words[0].time.startSeconds = seconds
            #expect(DisfluencyFinder().disfluencies(in: words).isEmpty)
        }
    }
}
