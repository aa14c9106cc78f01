public import Speech
import Vocabulary

extension InterviewModel {
    /// How much a text of the question bank counts beside a phrase: there are many more of them.
    private static let bankWeight = 0.33

    /// The model of the phrases and terms of a folder and of the questions that may be asked.
    ///
    /// - Parameters:
    ///   - folder: The terms and phrases.
    ///   - questions: What answers to the questions of a bank may hold.
    ///   - pronouncer: Says words that are in no dictionary.
    ///   - model: The model whose dictionary is known already.
    ///   - cacheFolder: As for `init(texts:lexicon:pronouncer:model:cacheFolder:)`.
    /// - Throws: `RecognitionError` as `init` does, and when the folder cannot be read.
    public init(
        folder: HearingFolder, questions: [HearingContext], pronouncer: (any Pronouncer)? = nil,
        model: PocketSphinxModel = .installed(), cacheFolder: String? = nil
    ) async throws(RecognitionError) {
        let bank = questions.flatMap(Self.texts).map {
            WeightedText($0.text, weight: $0.weight * Self.bankWeight)
        }
        try await self.init(
            texts: try folder.phrases() + bank, lexicon: try folder.lexicon(model: model),
            pronouncer: pronouncer, model: model, cacheFolder: cacheFolder)
    }
}
