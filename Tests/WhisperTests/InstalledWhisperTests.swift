import Testing

@testable import Recognition

@Suite(.enabled(if: InstalledWhisper.isThere)) struct InstalledWhisperTests {
    /// The numbers are those of the tokenizer that comes with the model.
    @Test(arguments: [
        (" Hello, world!", [18435, 11, 995, 0]),
        (
            "don't we'll they've I'm he'd 'tis O'Reilly's",
            [9099, 470, 356, 1183, 484, 1053, 314, 1101, 339, 1549, 705, 48010, 440, 6, 25819, 338]
        ),
        ("a   b    c", [64, 220, 220, 275, 220, 220, 220, 269]),
        ("  leading and trailing  ", [220, 3756, 290, 25462, 220, 220]),
        ("\n\nTwo lines\r\nand\tone tab", [198, 198, 7571, 3951, 201, 198, 392, 197, 505, 7400]),
        (
            "🙂 emoji 👩‍👩‍👧 end",
            [8582, 25081, 44805, 50169, 102, 447, 235, 41840, 102, 447, 235, 41840, 100, 886]
        ),
        ("你好,世界", [19526, 254, 25001, 121, 11, 10310, 244, 45911, 234]),
        ("naïve café — “quoted”", [2616, 38776, 40304, 851, 564, 250, 421, 5191, 447, 251]),
        (
            "C++ .NET C# CI/CD $5.00 5%",
            [34, 4880, 764, 12884, 327, 2, 14514, 14, 8610, 720, 20, 13, 405, 642, 4]
        ),
        ("x²+½ Ⅷ ٣", [87, 31185, 10, 23141, 2343, 227, 100, 18923, 96]),
        ("e\u{301} \u{A0}nbsp\u{3000}wide", [68, 136, 223, 220, 1849, 77, 24145, 5099, 222, 4421]),
        ("Kubernetes PostgreSQL gRPC", [42, 18478, 3262, 274, 2947, 47701, 308, 49, 5662]),
        (
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            [24794, 24794, 24794, 24794, 24794, 24794, 24794, 24794, 24794, 64]
        ),
        ("'RE 'Ll ''s", [6, 2200, 705, 43, 75, 10148, 82]), (" ", [220]), ("", []),
    ])
    func writesTheTokensOfAText(text: String, tokens: [Int]) throws {
        let vocabulary = try InstalledWhisper.model().vocabulary
        #expect(vocabulary.tokens(of: text) == tokens)
        #expect(Array(vocabulary.text(of: tokens).utf8) == Array(text.utf8))
    }

    @Test(arguments: ByteLevelVocabularyTests.texts) func aTextComesBack(text: String) throws {
        let vocabulary = try InstalledWhisper.model().vocabulary
        #expect(Array(vocabulary.text(of: vocabulary.tokens(of: text)).utf8) == Array(text.utf8))
    }

    @Test func hearsSpeech() throws {
        guard let speech = try InstalledWhisper.speech() else { return }
        let model = try InstalledWhisper.model()
        let samples = Array(speech.prefix(3 * 16_000))
        let heard = model.hear(samples)
        let writing = model.write(heard, choice: .beam(1), most: 30)
        #expect(writing.text.contains { $0.isLetter })
        #expect(writing.hypothesis.meanLogProbability > -1.5)
        #expect(writing.noSpeechProbability < 0.6)
    }
}
