import Language

/// How much of what a text means an answer says, by the vectors of an encoder.
///
/// Each word of a sentence is compared with every word of a stretch of the answer, where they stand, and the best cosine counts (greedy
/// matching as in BERTScore's recall; Zhang, Kishore, Wu, Weinberger and Artzi 2020); the best stretch counts, since among the many
/// words of a long answer one is near any other.
struct MeaningRecall {
    /// What an answer says of a text.
    struct Finding {
        /// The mean over all words of the text, 0...1: it sees sentences.
        var all: Double
        /// The mean over its words with content that the question lacks, 0...1: it sees what had to be added; `nil` when there is none.
        var own: Double?
        /// Where the best stretch stands in the answer, in characters from 0; `nil` when nothing of the text is near it.
        var characters: Range<Int>?

        /// How much is said, 0...1: the mean of both.
        var value: Double { own.map { (all + $0) / 2 } ?? all }
    }

    /// What an answer means as a whole.
    let answer: EncodedText
    private let encoder: any SentenceEncoder
    private let questionStems: Set<String>
    /// The places of the answer's tokens that are words, not signs.
    private let said: [Int]

    /// What is longer is cut off, in characters: some five thousand words, half an hour of speech.
    private static let limitCharacters = 30_000
    /// A stretch of the answer has so many tokens, or three for each of the sentence where that is more.
    private static let leastStretchTokens = 32

    /// Looks for meanings in an answer to a question with content words of these stems.
    init(_ answer: String, questionStems: Set<String>, encoder: any SentenceEncoder) {
        self.encoder = encoder
        self.questionStems = questionStems
        let encoded = encoder.encode(String(answer.prefix(Self.limitCharacters)))
        self.answer = encoded
        said = encoded.tokens.indices.filter { Self.isWord(encoded.tokens[$0]) }
    }

    /// A text as the encoder sees it.
    func encoded(_ text: String) -> EncodedText { encoder.encode(String(text.prefix(Self.limitCharacters))) }

    /// How near the answer is to a text, each as a whole: a cosine.
    func nearness(to text: String) -> Double { nearness(to: encoded(text).sentence) }

    /// How near the answer as a whole is to a vector of the length 1: a cosine.
    func nearness(to vector: [Float]) -> Double {
        Double(UnitVector.cosine(answer.sentence[...], vector[...]))
    }

    /// What the answer says of a text; `nil` when the text has no word.
    func find(_ text: String) -> Finding? { find(encoded(text), of: text) }

    /// What the answer says of a text that is encoded already.
    func find(_ encoded: EncodedText, of text: String) -> Finding? {
        let isOwn = own(encoded, in: text)
        var all = (sum: 0.0, count: 0.0)
        var own = (sum: 0.0, count: 0.0)
        var characters: Range<Int>?
        for sentence in Sentences.split(text) {
            let places = encoded.tokens.indices.filter {
                sentence.characters.contains(encoded.tokens[$0].characters.lowerBound)
                    && Self.isWord(encoded.tokens[$0])
            }
            guard !places.isEmpty else { continue }
            let (best, stretch) = inBestStretch(encoded, places, isOwn: isOwn)
            for (place, cosine) in zip(places, best) {
                all = (all.sum + cosine, all.count + 1)
                if isOwn[place] { own = (own.sum + cosine, own.count + 1) }
            }
            characters = characters ?? stretch
        }
        guard all.count > 0 else { return nil }
        return Finding(
            all: all.sum / all.count, own: own.count > 0 ? own.sum / own.count : nil, characters: characters)
    }

    /// The best cosine of each of a sentence's tokens in the stretch of the answer that means most of the sentence, and where that is.
    private func inBestStretch(
        _ encoded: EncodedText, _ places: [Int], isOwn: [Bool]
    ) -> (best: [Double], characters: Range<Int>?) {
        let cosines = places.map { cosinesWithAnswer(encoded.vector(of: $0)) }
        let length = max(Self.leastStretchTokens, 3 * places.count)
        let own = places.indices.filter { isOwn[places[$0]] }
        let counted = own.isEmpty ? Array(places.indices) : own
        var best = (sum: -1.0, start: 0)
        for start in stride(from: 0, to: max(1, said.count - length + length / 4), by: length / 4) {
            let stretch = start..<min(said.count, start + length)
            let sum = counted.reduce(0.0) { $0 + Double(cosines[$1][stretch].max() ?? 0) }
            if sum > best.sum + 1e-9 { best = (sum, start) }
        }
        let stretch = best.start..<min(said.count, best.start + length)
        var near: [Int] = []
        let values = cosines.enumerated().map { index, row in
            var (value, nearest) = (Float(0), -1)
            for place in stretch where row[place] > value { (value, nearest) = (row[place], place) }
            if value >= Self.leastNear, counted.contains(index) { near.append(nearest) }
            return Double(min(value, 1))
        }
        guard let first = near.min(), let last = near.max() else { return (values, nil) }
        let tokens = answer.tokens
        return (
            values, tokens[said[first]].characters.lowerBound..<tokens[said[last]].characters.upperBound
        )
    }

    /// Words of a cosine from here on are shown as evidence: words without any relation lie at a quarter on the average.
    private static let leastNear: Float = 0.4

    /// The cosines of a vector with the answer's words.
    private func cosinesWithAnswer(_ vector: ArraySlice<Float>) -> [Float] {
        said.map { UnitVector.cosine(vector, answer.vector(of: $0)) }
    }

    /// For each token whether its word has content and is none of the question's.
    private func own(_ encoded: EncodedText, in text: String) -> [Bool] {
        let characters = Array(text)
        var isOwn = [Bool](repeating: false, count: encoded.tokens.count)
        var start = 0
        while start < encoded.tokens.count {
            let end =
                encoded.tokens[(start + 1)...].firstIndex { !$0.isContinuation } ?? encoded.tokens.count
            let range =
                encoded.tokens[start].characters.lowerBound..<encoded.tokens[end - 1].characters.upperBound
            let word = String(characters[range.clamped(to: characters.indices)]).lowercased()
            let isWanted = !StopWords.isEmpty(word) && !questionStems.contains(Term(word).stem)
            for place in start..<end { isOwn[place] = isWanted }
            start = end
        }
        return isOwn
    }

    /// Signs mean little, and every text has them.
    private static func isWord(_ token: EncodedToken) -> Bool {
        token.text.contains { $0.isLetter || $0.isNumber }
    }
}
