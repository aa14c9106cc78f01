public import Language

/// What a judge knows of language beyond the letters of words; each is optional, and more of them judge better.
public struct JudgementTools: Sendable {
    /// Knows which words are related.
    public var thesaurus: (any Thesaurus)?
    /// Knows which words mean nearly the same.
    public var vectors: (any WordVectors)?
    /// Knows what sentences mean.
    public var encoder: (any SentenceEncoder)?

    /// Tools of a judge; without any it compares letters.
    public init(
        thesaurus: (any Thesaurus)? = nil, vectors: (any WordVectors)? = nil,
        encoder: (any SentenceEncoder)? = nil
    ) {
        self.thesaurus = thesaurus
        self.vectors = vectors
        self.encoder = encoder
    }

    /// The layers that they add to `coverage`.
    var layers: [JudgementLayer] {
        [
            thesaurus.map { _ in JudgementLayer.synonyms }, vectors.map { _ in .wordVectors },
            encoder.map { _ in .meaning },
        ].compactMap(\.self)
    }
}
