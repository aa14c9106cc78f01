import Testing

@testable import Recognition

@Suite struct TokenRulesTests {
    private func possible(isFirst: Bool, _ change: (inout WhisperNetwork) -> Void = { _ in }) -> Set<Int> {
        var description = TinyWhisper.description
        change(&description)
        var logits = [Float](repeating: 0, count: description.vocabularySize)
        TokenRules(description, tokens: SpecialTokens(description)).apply(to: &logits, isFirst: isFirst)
        #expect(logits.allSatisfy { $0 == 0 || $0 == -.infinity })
        return Set(logits.indices.filter { logits[$0] == 0 })
    }

    @Test func onlyTextAndItsEndMayCome() {
        #expect(possible(isFirst: false) == Set(0...TestWords.end))
    }

    @Test func whatIsNoSpeechMayNotCome() {
        #expect(
            possible(isFirst: false) { $0.suppressedTokens = [0, 7, 7] }
                == Set(1...TestWords.end).subtracting([7]))
    }

    @Test func aTextDoesNotBeginWithItsEnd() {
        let change = { (description: inout WhisperNetwork) in
            description.suppressedAtBegin = [5, TestWords.end]
        }
        #expect(possible(isFirst: true, change) == Set(0..<TestWords.end).subtracting([5]))
        #expect(possible(isFirst: false, change) == Set(0...TestWords.end))
    }

    @Test func tokensThatAreNotThereAreLeftOut() {
        let change = { (description: inout WhisperNetwork) in
            description.suppressedTokens = [-1, .min, 51_864, .max]
            description.suppressedAtBegin = [-1, .min, 51_864, .max]
        }
        #expect(possible(isFirst: true, change) == Set(0...TestWords.end))
    }
}
