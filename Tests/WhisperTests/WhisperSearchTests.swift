import Foundation
import Inference
import Testing

@testable import Recognition

@Suite struct WhisperSearchTests {
    private let source: WhisperDecoder.Source
    private let prompt = [50_257, 50_362]

    init() throws {
        source = try TinyWhisper.model().hear(TinyWhisper.tones(3_200)).source
    }

    private func find(
        _ choice: WhisperSearch.Choice, most: Int, allowed: Set<Int> = Set(0...TestWords.end)
    ) throws -> Hypothesis {
        try TinyWhisper.search(allowed).find(source, prompt: prompt, choice: choice, most: most).best
    }

    /// All texts of at most `most` of a few tokens, with how likely each is.
    private func allTexts(_ allowed: [Int], most: Int, search: WhisperSearch) -> [Hypothesis] {
        var (texts, open) = ([Hypothesis](), [Hypothesis()])
        for length in 0..<most {
            var next: [Hypothesis] = []
            for text in open {
                var state = search.decoder.start()
                let tokens = prompt + text.tokens
                var logits = search.decoder.show(
                    tokens, to: &state, source: source, wanting: [tokens.count - 1]
                ).values
                search.rules.apply(to: &logits, isFirst: length == 0)
                let sum = log(allowed.reduce(0) { $0 + exp(Double(logits[$1])) })
                for token in allowed {
                    var longer = text
                    let logProbability = Float(Double(logits[token]) - sum)
                    if token == TestWords.end {
                        longer.endLogProbability = logProbability
                        texts.append(longer)
                    } else {
                        longer.tokens.append(token)
                        longer.logProbabilities.append(logProbability)
                        next.append(longer)
                    }
                }
            }
            open = next
        }
        return texts
    }

    @Test func aDraftChangesNothingButTheCost() throws {
        let search = try TinyWhisper.search([17, 300, 4_000, 9_000])
        let best = try find(.beam(1), most: 8, allowed: [17, 300, 4_000, 9_000])
        try #require(best.tokens.count == 8)
        var wrong = best.tokens
        wrong[3] = wrong[3] == 17 ? 300 : 17
        for draft in [[], best.tokens, Array(best.tokens.prefix(5)), wrong, [TestWords.end], wrong + wrong] {
            let found = search.find(source, prompt: prompt, draft: draft, most: 8).best
            #expect(found.tokens == best.tokens, "\(draft)")
            #expect(zip(found.logProbabilities, best.logProbabilities).allSatisfy { abs($0 - $1) < 1e-3 })
            #expect(found.endLogProbability == nil)
        }
        #expect(search.find(source, prompt: prompt, draft: best.tokens, most: 0).best == Hypothesis())
    }

    @Test func aWideBeamFindsTheBestOfAllTexts() throws {
        let allowed = [17, 4_000, TestWords.end]
        let search = try TinyWhisper.search(Set(allowed))
        let best = try #require(allTexts(allowed, most: 4, search: search).max { $0.score < $1.score })
        let found = search.find(source, prompt: prompt, choice: .beam(64), most: 4).best
        #expect(found.tokens == best.tokens)
        #expect(abs(found.score - best.score) < 1e-3)
        #expect(found.endLogProbability != nil)
    }

    @Test func greedyTakesTheLikeliestTokenEachTime() throws {
        let search = try TinyWhisper.search(Set(0...TestWords.end))
        let found = search.find(source, prompt: prompt, choice: .beam(1), most: 4).best
        var tokens = prompt
        for token in found.tokens {
            var state = search.decoder.start()
            var logits = search.decoder.show(tokens, to: &state, source: source, wanting: [tokens.count - 1])
                .values
            search.rules.apply(to: &logits, isFirst: tokens.count == prompt.count)
            #expect(logits[token] >= (logits.max() ?? 0) - 1e-3)
            tokens.append(token)
        }
        #expect(found.tokens.count == 4)
        #expect(found.logProbabilities.count == 4)
        #expect(found.logProbabilities.allSatisfy { $0 <= 0 && $0.isFinite })
    }

    @Test(arguments: [0, -1, .min]) func noTextsToFollowIsGreedy(width: Int) throws {
        #expect(try find(.beam(width), most: 3) == find(.beam(1), most: 3))
    }

    /// Of two tokens the beam cannot lose the likelier beginning.
    @Test(arguments: [2, 5]) func aBeamIsNeverWorseThanGreedy(width: Int) throws {
        #expect(try find(.beam(width), most: 1).score >= find(.beam(1), most: 1).score - 1e-4)
        #expect(try find(.beam(width), most: 2).score >= find(.beam(1), most: 2).score - 1e-4)
    }

    @Test func aHugeWidthIsCut() throws {
        #expect(try find(.beam(.max), most: 2, allowed: [3, 4]).tokens.count == 2)
    }

    @Test(arguments: [
        WhisperSearch.Choice.beam(1), .beam(3), .sample(temperature: 0.7, texts: 1, seed: 1),
    ])
    func writesNoMoreThanItMay(choice: WhisperSearch.Choice) throws {
        for most in [-1, 0, 3] {
            #expect(try find(choice, most: most, allowed: [3, 4, 5]).tokens.count == max(0, most))
        }
        let long = [50_360] + Array(100..<116) + prompt
        let all = try TinyWhisper.search([3, 4, 5]).find(source, prompt: long, choice: choice, most: .max)
            .best
        #expect(all.tokens.count == TinyWhisper.description.textPositionCount - long.count)
        #expect(all.endLogProbability == nil)
        #expect(all.score.isFinite)
    }

    @Test(arguments: [WhisperSearch.Choice.beam(1), .beam(3), .sample(temperature: 1, texts: 2, seed: 1)])
    func whereNothingMayComeNothingIsWritten(choice: WhisperSearch.Choice) throws {
        #expect(try find(choice, most: 5, allowed: []) == Hypothesis())
    }

    @Test func whereOnlyTheEndMayComeTheTextIsEmpty() throws {
        for choice in [WhisperSearch.Choice.beam(1), .beam(2), .sample(temperature: 1, texts: 1, seed: 1)] {
            let text = try find(choice, most: 5, allowed: [TestWords.end])
            #expect(text.tokens == [])
            #expect(abs((text.endLogProbability ?? -1)) < 1e-4)
        }
    }

    @Test func chanceIsReproducible() throws {
        let choice = { WhisperSearch.Choice.sample(temperature: 1, texts: 1, seed: $0) }
        #expect(try find(choice(1), most: 4) == find(choice(1), most: 4))
        #expect(try find(choice(1), most: 4).tokens != find(choice(2), most: 4).tokens)
    }

    @Test func theBestOfSeveralTextsCounts() throws {
        let one = try find(.sample(temperature: 1, texts: 1, seed: 3), most: 2)
        let several = try find(.sample(temperature: 1, texts: 3, seed: 3), most: 2)
        #expect(several.score >= one.score)
        #expect(try find(.sample(temperature: 1, texts: -1, seed: 3), most: 2) == one)
    }

    @Test(arguments: [0, -1, .nan, 1e-3] as [Float]) func withoutHeatNothingIsLeftToChance(temperature: Float)
        throws
    {
        let cold = try find(.sample(temperature: temperature, texts: 1, seed: 4), most: 3)
        #expect(try cold == find(.beam(1), most: 3))
    }

    @Test func saysHowLikelySilenceIs() throws {
        let finding = try TinyWhisper.search([3]).find(source, prompt: prompt, choice: .beam(1), most: 1)
        #expect((0...1).contains(finding.noSpeechProbability))
    }
}
