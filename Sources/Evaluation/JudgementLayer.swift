/// One of the ways in which answers are judged; each can judge alone, and a result names those that did.
public enum JudgementLayer: String, Sendable, Hashable, Codable, CaseIterable {
    /// Words of the expected points, by stem and typing slip.
    case coverage
    /// Synonyms and other related words, from WordNet.
    case synonyms
    /// Words that mean nearly the same, by a table of word vectors.
    case wordVectors
    /// What sentences mean, by a neural network.
    case meaning
    /// Build, length and signposts.
    case structure
    /// How it was spoken.
    case delivery
    /// What a language model thinks of it.
    case languageModel
}
