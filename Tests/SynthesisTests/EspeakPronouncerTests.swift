import Speech
import Synthesis
import Testing

@Suite struct EspeakPronouncerTests {
    private static func said(_ word: String) async throws -> [String] {
        try await EspeakSynthesizer.shared.pronunciations(of: [word])[0].map(\.description)
    }

    /// Words with the rhotics, flaps, diphthongs and syllabic consonants of American English, as the CMU dictionary has them.
    @Test(arguments: [
        ("butter", "B AH T ER"), ("turn", "T ER N"), ("fire", "F AY ER"), ("near", "N IH R"),
        ("start", "S T AA R T"),
        ("more", "M AO R"), ("bottle", "B AA T AH L"), ("button", "B AH T AH N"), ("city", "S IH T IY"),
        ("about", "AH B AW T"), ("boy", "B OY"), ("window", "W IH N D OW"), ("measure", "M EH ZH ER"),
        ("judge", "JH AH JH"), ("thing", "TH IH NG"), ("breathe", "B R IY DH"), ("chair", "CH EH R"),
        ("sure", "SH UH R"),
    ])
    func agreesWithADictionary(word: String, expected: String) async throws {
        let said = try await Self.said(word)
        #expect(said.contains(expected), "\(word): \(said)")
    }

    @Test func spellsWhatHasNoVowel() async throws {
        #expect(try await Self.said("npm") == ["EH N P IY EH M"])
        #expect(try await Self.said("HTML") == ["EY CH T IY EH M EH L"])
        #expect(try await Self.said("w") == ["D AH B AH L Y UW"])
        #expect(
            try await Self.said("node.js").contains { $0.hasPrefix("N OW D") && $0.hasSuffix("JH EY EH S") })
    }

    @Test func saysTheSignsOfALanguagesName() async throws {
        #expect(try await Self.said("c++") == ["S IY P L AH S P L AH S"])
        #expect(try await Self.said("c#") == ["S IY SH AA R P"])
        #expect(try await Self.said("q/t") == ["K Y UW T IY"])
    }

    @Test func whatCannotBeSaidHasNoPronunciation() async throws {
        for word in ["", " ", "...", "日本", "\u{0}", "🙂", String(repeating: "a", count: 100)] {
            let said = try await Self.said(word)
            #expect(said.isEmpty, "\(word): \(said)")
        }
        #expect(try await EspeakSynthesizer.shared.pronunciations(of: []).isEmpty)
    }

    @Test func speakingDoesNotChangeIt() async throws {
        let before = try await Self.said("kubernetes")
        _ = try await EspeakSynthesizer.shared.speak("Guten Tag", style: SpeakingStyle(voice: "de"))
        #expect(try await Self.said("kubernetes") == before)
        #expect(!before.isEmpty)
    }
}
