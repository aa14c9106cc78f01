import Speech
import Testing

@testable import Recognition

/// The chance of a word from the evidence for it.
@Suite struct WordTrustTests {
    private func evidence(
        posterior: Double = 0.9, frames: Int = 30, score: Double = -2.5, raise: Double = 0,
        phoneDifference: Double? = nil
    ) throws -> WordEvidence {
        WordEvidence(
            posterior: posterior, frames: frames, pronunciation: try #require(Pronunciation("T EH S T S")),
            score: score, raise: raise, phoneDifference: phoneDifference)
    }

    @Test(arguments: [(0.0, nil), (0, 0.3), (5, 0.3)] as [(Double, Double?)])
    func risesWithThePosteriorAndTheFit(raise: Double, phoneDifference: Double?) throws {
        let chances = try [(0.1, -2.5), (0.99, -2.5), (0.99, -1)].map { posterior, score in
            WordTrust.probability(
                try evidence(
                    posterior: posterior, score: score, raise: raise, phoneDifference: phoneDifference))
        }
        #expect(chances == chances.sorted() && Set(chances).count == 3, "\(chances)")
    }

    @Test func fallsWithUnlikePhonesMostForExpectedWords() throws {
        let falls = try [0, 5.0].map { raise in
            WordTrust.probability(try evidence(raise: raise, phoneDifference: 0))
                - WordTrust.probability(try evidence(raise: raise, phoneDifference: 1))
        }
        #expect(falls[0] > 0 && falls[1] > falls[0], "\(falls)")
    }

    @Test func anExpectedWordThatNothingBearsOutIsBelowTheBar() throws {
        let invented = try evidence(posterior: 0, score: -5, raise: 9, phoneDifference: 0.8)
        #expect(WordTrust.probability(invented) < WordTrust.leastOfDependent)
        let said = try evidence(posterior: 1, score: -2, raise: 9, phoneDifference: 0.1)
        #expect(WordTrust.probability(said) > 0.8)
    }

    @Test func isAChanceWhateverTheEvidence() throws {
        for (posterior, frames, score, difference) in [
            (0, 0, -50, 40), (1.01, 3_000, 0, 0), (-1, 1, 5, 0.5),
        ] as [(Double, Int, Double, Double)] {
            let chance = WordTrust.probability(
                try evidence(
                    posterior: posterior, frames: frames, score: score, phoneDifference: difference))
            #expect((0...1).contains(chance))
        }
    }

    @Test func comparesThePhonesThatLieInTheWord() throws {
        var word = try evidence()
        let heard: [(Phone, Double)] = [
            (.aa, 96), (.t, 101), (.eh, 108), (.s, 115), (.t, 122), (.s, 131), (.m, 134),
        ]
        word.compare(with: heard.map { (phone: $0.0, middle: $0.1) }, frames: 100..<130)
        #expect(word.phoneDifference == 0)
        word.compare(with: [], frames: 100..<130)
        // 0.5 for each t, 0.75 for each of the three others, over five phones.
        #expect(abs(try #require(word.phoneDifference) - 3.25 / 5) < 1e-12)
    }
}
