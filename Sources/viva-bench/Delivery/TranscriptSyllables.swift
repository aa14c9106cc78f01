import Recognition
import Speech

/// How many syllables a transcript has when every word is said as a dictionary has it: one for each vowel.
struct TranscriptSyllables {
    /// How many of a transcript's words have to be in the dictionary, as a share.
    private static let leastKnown = 0.8

    private let pronunciations: [String: [Pronunciation]]

    /// The syllables of the words that have `pronunciations`, of which the first counts.
    init(pronunciations: [String: [Pronunciation]]) { self.pronunciations = pronunciations }

    /// The syllables of the words of some transcripts by PocketSphinx's dictionary.
    init(of transcripts: [String]) throws {
        let words = Set(transcripts.flatMap(SpokenWords.words))
        let dictionary = PronunciationDictionary(path: PocketSphinxModel.installed().dictionaryPath)
        self.init(pronunciations: try dictionary.pronunciations(of: words))
    }

    /// The syllables of a transcript, a filled pause as one. A word that the dictionary lacks counts as the others do
    /// on average; `nil` when more than a fifth are such words, or there is nothing to count.
    func count(_ transcript: String) -> Double? {
        let words = SpokenWords.words(transcript)
        let known = words.compactMap { pronunciations[$0]?.first?.syllables }
        guard !known.isEmpty, Double(known.count) >= Self.leastKnown * Double(words.count) else { return nil }
        let mean = Double(known.reduce(0, +)) / Double(known.count)
        return mean * Double(words.count) + Double(SpokenWords.fillerCount(transcript))
    }
}
