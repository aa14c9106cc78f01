import Speech
import Testing

@testable import Recognition

@Suite struct TextPlacementTests {
    /// Words that are all different.
    static func words(_ count: Int) -> [String] {
        var state: UInt64 = 7
        return (0..<count).map { number in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let letters = (0..<5).map { (place: Int) -> Character in
                let letter = UInt8((state >> (20 + 8 * place)) % 26)
                return Character(UnicodeScalar(97 + letter))
            }
            return String(letters) + String(number % 7, radix: 7)
        }
    }

    /// What was heard: ten words an utterance, of which every third is wrong.
    static func heard(_ words: [String]) -> [Transcript.Segment] {
        stride(from: 0, to: words.count, by: 10).map { start in
            let end = min(start + 10, words.count)
            let time = TimeRange(startSeconds: Double(start) / 2, endSeconds: Double(end) / 2)
            return Transcript.Segment(
                time: time,
                words: (start..<end).map { Word(text: $0 % 3 == 1 ? "xx\($0)" : words[$0], time: time) })
        }
    }

    @Test(arguments: [30, 300, 9000])
    func offersEachUtteranceItsWordsAndFewMore(_ count: Int) {
        let words = Self.words(count)
        let pieces = TextPlacement(text: words, heard: Self.heard(words)).pieces
        #expect(pieces.count == count / 10)
        for (number, piece) in pieces.enumerated() {
            #expect(
                piece.words.contains(number * 10) && piece.words.contains(number * 10 + 9),
                "\(number): \(piece)")
            #expect(piece.words.count <= 30)
            #expect(piece.words.lowerBound + piece.leading <= number * 10 + 1)
            #expect(piece.words.upperBound - piece.trailing >= number * 10 + 9)
        }
    }

    @Test func leavesOutAPassageThatWasNotSaid() {
        let words = Self.words(400)
        let spoken = Array(words[..<100] + words[300...])
        let pieces = TextPlacement(text: words, heard: Self.heard(spoken)).pieces
        #expect(pieces[5].words.contains(50) && pieces[15].words.contains(350))
        #expect(pieces.allSatisfy { $0.words.count < 80 })
    }

    @Test func sharesTheTextOutWhenNothingWasUnderstood() {
        let words = Self.words(1000)
        let deaf = Self.heard(words).map { Transcript.Segment(time: $0.time, words: []) }
        let pieces = TextPlacement(text: words, heard: deaf).pieces
        for (number, piece) in pieces.enumerated() {
            #expect(piece.words.contains(number * 10 + 5))
            #expect(piece.leading == piece.words.count && piece.words.count <= 100)
        }
    }

    @Test func takesAnyInput() {
        let words = Self.words(20)
        #expect(TextPlacement(text: [], heard: Self.heard(words)).pieces.allSatisfy { $0.words.isEmpty })
        #expect(TextPlacement(text: words, heard: []).pieces.isEmpty)
        #expect(TextPlacement(text: ["", "", ""], heard: Self.heard(words)).pieces.count == 2)
        let same = [String](repeating: "no", count: 5000)
        let pieces = TextPlacement(text: same, heard: Self.heard(same)).pieces
        #expect(
            pieces.count == 500 && pieces.allSatisfy { $0.words.upperBound <= 5000 && $0.words.count < 200 })
    }

    @Test func matchesWordsThatShareLetters() {
        let text = ["the", "cats", "were", "sitting", "quietly"]
        let heard = ["a", "cat", "were", "setting", "on", "quietly"]
        let pairs = WordMatch(text: text, heard: heard).pairs()
        #expect(pairs.map(\.text) == [1, 2, 3, 4])
        #expect(pairs.map(\.heard) == [1, 2, 3, 5])
    }

    @Test func doesNotBelieveALoneShortWord() {
        let pairs = WordMatch(text: ["a", "b", "the", "d"], heard: ["one", "two", "four", "the", "six"])
            .pairs()
        #expect(pairs.isEmpty)
    }

    @Test func utterancesThatWereHeardThemselvesAreOfferedOneWordOfEachNeighbour() {
        let pieces = TextPlacement.pieces(counts: [3, 0, 2])
        #expect(pieces.map(\.words) == [0..<4, 2..<4, 2..<5])
        #expect(pieces.map(\.leading) == [0, 1, 1])
        #expect(pieces.map(\.trailing) == [1, 1, 0])
        #expect(TextPlacement.pieces(counts: [0]).map(\.words) == [0..<0])
    }

    @Test func aWordFoundBeyondAnEmptyUtteranceGoesThere() throws {
        let text = ["a", "b", "c", "d", "e"]
        let plan = TextPlan(
            text: text,
            lexicon: AlignmentLexicon(
                pronunciations: text.map { _ in [Pronunciation([.ah])] }),
            pieces: TextPlacement.pieces(counts: [3, 0, 2]))
        func piece(_ places: [Int], at seconds: Double) -> AlignedPiece {
            var piece = AlignedPiece()
            piece.found = places.enumerated().map { number, place in
                let start = seconds + Double(number)
                return AlignedPiece.Found(
                    place: place, time: TimeRange(startSeconds: start, endSeconds: start + 0.5),
                    confidence: 0.9)
            }
            return piece
        }
        let texts = AlignedText.texts(
            plan: plan, pieces: [piece([0, 1], at: 0), AlignedPiece(), piece([2, 3, 4], at: 10)],
            counts: [3, 0, 2])
        #expect(texts.map { $0.words.map(\.text) } == [["a", "b"], [], ["c", "d", "e"]])
        #expect(texts[2].words.allSatisfy { $0.isSaid })
    }
}
