import Speech
import Testing

@testable import Recognition

@Suite struct HeardPlacementTests {
    /// 4 s from 10 s on, spoken from 10.25 to 13.75 s.
    private let utterance = Spoken.utterance()

    private func words(_ pieces: HeardText.Piece...) throws -> [String] {
        try HeardPlacement(utterance: utterance).words(HeardText(pieces)).short
    }

    @Test func timesBecomeThoseOfTheRecording() throws {
        #expect(
            try words(
                .init(text: " One,", startSeconds: 0.5, endSeconds: 1),
                .init(text: "two", startSeconds: 1, endSeconds: 2))
                == ["one 1050-1100", "two 1100-1200"])
    }

    @Test func aTextIsSpreadOverTheSpeechByLength() throws {
        // Three letters and six, and one more for each: 4 and 7 of 11 parts of 3.5 s.
        #expect(try words(.init(text: "abc defghi.")) == ["abc 1025-1152", "defghi 1152-1375"])
    }

    @Test func aSegmentIsSpreadOverItself() throws {
        #expect(
            try words(
                .init(text: "ab cd", startSeconds: 1, endSeconds: 2),
                .init(text: "e", startSeconds: 3, endSeconds: 3.5))
                == ["ab 1100-1150", "cd 1150-1200", "e 1300-1350"])
    }

    @Test func wordsWithoutTimesLieBetweenTheirNeighbours() throws {
        let pieces: [HeardText.Piece] = [
            .init(text: "a"), .init(text: "b", startSeconds: 1, endSeconds: 1.5), .init(text: "c"),
            .init(text: "d"),
            .init(text: "e", startSeconds: 2.5, endSeconds: 3), .init(text: "f"),
        ]
        let words = try HeardPlacement(utterance: utterance).words(HeardText(pieces)).short
        #expect(
            words == [
                "a 1025-1100", "b 1100-1150", "c 1150-1200", "d 1200-1250", "e 1250-1300", "f 1300-1375",
            ])
    }

    @Test func halfOfATimeIsKept() throws {
        #expect(
            try words(.init(text: "a", startSeconds: 1), .init(text: "b", endSeconds: 3)) == [
                "a 1100-1200", "b 1200-1300",
            ]
                || words(.init(text: "a", startSeconds: 1), .init(text: "b", endSeconds: 3)).first?.hasPrefix(
                    "a 1100-") == true
        )
    }

    @Test func timesOutsideAreMovedInsideAndOrderIsKept() throws {
        let words = try HeardPlacement(utterance: utterance).words(
            HeardText([
                .init(text: "a", startSeconds: -2, endSeconds: 1),
                .init(text: "b", startSeconds: 0.5, endSeconds: 0.2),
                .init(text: "c", startSeconds: 0.1, endSeconds: 2),
                .init(text: "d", startSeconds: 3, endSeconds: 29),
                .init(text: "e", startSeconds: 20, endSeconds: 25),
            ]))
        #expect(words.map(\.text) == ["a", "b", "c", "d", "e"])
        for word in words {
            #expect(word.time.startSeconds >= 10 && word.time.endSeconds <= 14)
            #expect(word.time.startSeconds <= word.time.endSeconds)
        }
        for (word, next) in zip(words, words.dropFirst()) {
            #expect(word.time.endSeconds <= next.time.startSeconds)
        }
    }

    @Test(arguments: [-31.0, 35, 1e9, -1e300, 1e308]) func timesFarOutsideAreAnError(seconds: Double) {
        let placement = HeardPlacement(utterance: utterance)
        for piece in [
            HeardText.Piece(text: "word", startSeconds: seconds, endSeconds: 1),
            HeardText.Piece(text: "word", startSeconds: 1, endSeconds: seconds),
        ] {
            #expect(throws: HeardTextError.wrongTime(text: "word", seconds: seconds, durationSeconds: 4)) {
                try placement.words(HeardText([piece]))
            }
        }
    }

    @Test func confidenceAndDoubtGoAlong() throws {
        let words = try HeardPlacement(utterance: utterance).words(
            HeardText([.init(text: "a b", confidence: 0.5, isDoubtful: true), .init(text: "c")]))
        #expect(words.map(\.confidence) == [0.5, 0.5, nil])
        #expect(words.map(\.isUncertain) == [true, true, false])
    }

    @Test func nothingHeardIsNoWords() throws {
        #expect(try words().isEmpty)
        #expect(try words(.init(text: " [BLANK_AUDIO] ... ")).isEmpty)
    }

    @Test func speechOutsideOfTheAudioIsPassedOver() throws {
        let odd = Utterance(audio: utterance.audio, speech: TimeRange(startSeconds: 50, endSeconds: 60))
        #expect(
            try HeardPlacement(utterance: odd).words(HeardText([.init(text: "a")])).short == ["a 1000-1400"])
    }
}
