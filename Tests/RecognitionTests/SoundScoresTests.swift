import Speech
import Testing

@testable import Recognition

extension EngineTests {
    @Suite struct SoundScoresTests {
        @Test func aSearchThroughScoresFindsWhatTheSearchThroughTheAudioFinds() async throws {
            let utterance = try await ExpectationTests.utterance(of: "a small team")
            var conversion = PulseCodeModulation()
            let pcm = conversion.convert(utterance.audio.samples)
            let words = ["AH", "S M AO L", "T IY M"].map { way in
                [Pronunciation(way.split(separator: " ").compactMap { Phone(rawValue: String($0)) })]
            }
            let lexicon = AlignmentLexicon(pronunciations: words)
            let grammar = WordGrammar(
                words: words.indices.map(AlignmentLexicon.token), phones: AlignmentLexicon.phones)
            let other = WordGrammar(words: [], phones: AlignmentLexicon.phones)
            var audio = try lexicon.decoder(model: .installed(), searching: .audio)
            let scores = try lexicon.decoder(model: .installed(), searching: .scores)
            // The file of scores is that of each utterance, not of the first.
            for _ in 0..<2 {
                let kept = try SoundScores()
                let direct = try audio.decode(pcm, grammar: grammar, keeping: kept)
                #expect(direct?.contains { AlignmentLexicon.place($0.text) == 1 } == true)
                #expect(try scores.decode(kept, grammar: grammar) == direct)
                let phones = try SoundScores()
                let wordless = try audio.decode(pcm, grammar: other, keeping: phones)
                #expect(try scores.decode(phones, grammar: grammar) == direct)
                #expect(try scores.decode(kept, grammar: other) == wordless)
            }
        }

        @Test func scoresThatWereNeverTakenAreAnError() throws {
            let decoder = try AlignmentLexicon(pronunciations: []).decoder(
                model: .installed(), searching: .scores)
            let empty = try SoundScores()
            let grammar = WordGrammar(words: [], phones: AlignmentLexicon.phones)
            #expect(throws: Decoder.Failure.self) { try decoder.decode(empty, grammar: grammar) }
        }
    }
}
