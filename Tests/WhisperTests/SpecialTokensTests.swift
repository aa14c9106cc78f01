import Testing

@testable import Recognition

@Suite struct SpecialTokensTests {
    @Test(arguments: [
        (51_864, false, [50_256, 50_257, 50_358, 50_360, 50_361, 50_362, 50_363]),
        (51_865, true, [50_257, 50_258, 50_359, 50_361, 50_362, 50_363, 50_364]),
        (51_866, true, [50_257, 50_258, 50_360, 50_362, 50_363, 50_364, 50_365]),
    ])
    func followTheTextsTokens(vocabularySize: Int, isMultilingual: Bool, numbers: [Int]) {
        var description = TinyWhisper.description
        description.vocabularySize = vocabularySize
        description.isMultilingual = isMultilingual
        let tokens = SpecialTokens(description)
        #expect(
            [
                tokens.end, tokens.start, tokens.transcribe, tokens.previous, tokens.noSpeech,
                tokens.noTimestamps,
                tokens.firstTimestamp,
            ] == numbers)
        #expect(tokens.english == (isMultilingual ? 50_259 : nil))
    }
}
