import Speech
import Testing

/// How unlike phones and pronunciations sound.
@Suite struct PhoneDifferenceTests {
    @Test func isADistanceBetweenZeroAndOne() {
        for first in Phone.allCases {
            for second in Phone.allCases {
                let difference = first.difference(to: second)
                #expect(difference == second.difference(to: first))
                #expect((0...1).contains(difference))
                #expect((difference == 0) == (first == second))
            }
        }
    }

    @Test func phonesThatAreConfusedAreCloserThanOthers() {
        #expect(Phone.p.difference(to: .b) < Phone.p.difference(to: .z))
        #expect(Phone.m.difference(to: .n) < Phone.m.difference(to: .sh))
        #expect(Phone.ih.difference(to: .iy) < Phone.ih.difference(to: .aa))
        #expect(Phone.s.difference(to: .iy) == 1)
    }

    @Test func wordsThatSoundAlikeAreCloserThanOthers() throws {
        let kubernetes = try #require(Pronunciation("K UW B ER N EH T IY Z"))
        let alike = try #require(Pronunciation("K UW P ER N EH T IY Z")).phones
        let other = try #require(Pronunciation("F AO R DH AH M OW S T")).phones
        #expect(kubernetes.difference(to: kubernetes.phones) == 0)
        #expect(kubernetes.difference(to: alike) < 0.5)
        #expect(kubernetes.difference(to: other) > 4)
    }

    @Test func nothingHeardIsAsUnlikeAsAllPhonesMissing() throws {
        let word = try #require(Pronunciation("K AH T"))
        // 0.75 for the k, and 0.5 each for a short vowel and a t.
        #expect(word.difference(to: []) == 1.75)
        #expect(word.difference(to: [.k, .ah]) == 0.5)
        #expect(word.difference(to: [.k, .ah, .t, .s]) == 0.75)
    }
}
