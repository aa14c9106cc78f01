import Speech
import Testing

@testable import viva_bench

@Suite struct RecognitionErrorsTests {
    private static let lines: [Substring] = """
        write R AY T
        right R AY T
        ride R AY D
        road R OW D
        cash K AE SH
        cache K AE SH
        catch K AE CH
        the DH AH
        index IH N D EH K S
        indexes IH N D EH K S IH Z
        read R IY D
        read(2) R EH D
        red R EH D
        """.split(whereSeparator: \.isNewline)
    private static let alikes = SoundAlikes(lines: lines, likely: ["write", "red", "indexes"])
    private static let said = ["right", "cache", "road", "read", "index", "kubernetes"]

    @Test func wordsThatSoundTheSameComeFirstAndLikelyOnesBeforeRareOnes() {
        #expect(Self.alikes.nearest(to: "cache").prefix(2) == ["cash", "catch"])
        #expect(Self.alikes.nearest(to: "right").first == "write")
        // By its second pronunciation, and not itself.
        #expect(Self.alikes.nearest(to: "read").first == "red")
        #expect(!Self.alikes.nearest(to: "read").contains("read"))
        #expect(Self.alikes.nearest(to: "kubernetes").isEmpty)
    }

    @Test(arguments: [0, 0.1, 0.2, 0.3]) func theRateIsMadeInTheSharesOfRecognisers(rate: Double) {
        var errors = RecognitionErrors(alikes: Self.alikes, others: ["kubelet", "road"])
        var random = SplitMix64(seed: 1)
        let words = (0..<30_000).map { Self.said[$0 % Self.said.count] }
        let heard = errors.heard(words, rate: rate, &random)
        let counts = errors.counts
        #expect(counts.words == words.count)
        #expect(abs(counts.rate - rate) < 0.01)
        #expect(heard.count == words.count - counts.deletions + counts.insertions)
        #expect(heard.count { !$0.isRight } == counts.substitutions + counts.insertions)
        guard rate > 0 else { return }
        let all = Double(counts.substitutions + counts.deletions + counts.insertions)
        #expect(abs(Double(counts.substitutions) / all - 0.65) < 0.02)
        #expect(abs(Double(counts.deletions) / all - 0.2) < 0.02)
    }

    @Test func theSameSeedMakesTheSameErrors() {
        func heard(_ seed: UInt64) -> [RecognitionErrors.Heard] {
            var errors = RecognitionErrors(alikes: Self.alikes, others: ["kubelet"])
            var random = SplitMix64(seed: seed)
            return errors.heard(Self.said + Self.said + Self.said, rate: 0.5, &random)
        }
        #expect(heard(7) == heard(7))
        #expect(heard(7) != heard(8))
    }

    @Test func aWordThatTheDictionaryLacksIsHeardAsOneSpeltLikeIt() {
        var errors = RecognitionErrors(alikes: Self.alikes, others: ["kubernetic", "road", "index"])
        var random = SplitMix64(seed: 1)
        let heard = errors.heard([String](repeating: "kubernetes", count: 100), rate: 1, &random)
        let wrong = Set(heard.filter { !$0.isRight }.map(\.text))
        #expect(wrong.contains("kubernetic"))
        #expect(!wrong.contains("road"))
    }
}
