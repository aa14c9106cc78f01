import Language

/// How much of what a text means an answer says, by the vectors of an encoder.
///
/// Each word of the text is compared with every word of the answer where they stand, and the best cosine counts (greedy
/// matching as in BERTScore's recall; Zhang, Kishore, Wu, Weinberger and Artzi 2020). The mean over all its words sees sentences, the mean
/// over words with content that the question lacks sees what had to be added; the value is the mean of both.
struct MeaningRecall {
    private let encoder: any SentenceEncoder
    private let questionStems: Set<String>
    /// The answer's words, without signs.
    private let said: Vectors

    /// What is longer is cut off, in characters: some five thousand words, half an hour of speech.
    private static let limitCharacters = 30_000

    /// Vectors of some tokens, one after the other.
    private struct Vectors {
        var values: [Float] = []
        var count = 0
    }

    /// Looks for meanings in an answer to a question with content words of these stems.
    init(_ answer: String, questionStems: Set<String>, encoder: any SentenceEncoder) {
        self.encoder = encoder
        self.questionStems = questionStems
        let encoded = encoder.encode(String(answer.prefix(Self.limitCharacters)))
        var said = Vectors()
        for (place, token) in encoded.tokens.enumerated() where Self.isWord(token) {
            said.values += encoded.vector(of: place)
            said.count += 1
        }
        self.said = said
    }

    /// How much of a text is said, 0...1; `nil` when the text has no word.
    func recall(of text: String) -> Double? {
        let text = String(text.prefix(Self.limitCharacters))
        let encoded = encoder.encode(text)
        let isOwn = own(encoded, in: text)
        var all = (sum: 0.0, count: 0.0)
        var own = (sum: 0.0, count: 0.0)
        for (place, token) in encoded.tokens.enumerated() where Self.isWord(token) {
            let best = best(for: encoded.vector(of: place))
            all = (all.sum + best, all.count + 1)
            if isOwn[place] { own = (own.sum + best, own.count + 1) }
        }
        guard all.count > 0 else { return nil }
        let mean = all.sum / all.count
        let value = own.count > 0 ? (mean + own.sum / own.count) / 2 : mean
        return max(0, (value - chance) / (1 - chance))
    }

    /// What long answers to other questions reach more than short ones, as among many words one is near any other: a working rule.
    private var chance: Double { 0.3 * Curve.ramp(Double(said.count), zero: 30, one: 150) }

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

    /// The best cosine of a vector with the answer's words, 0...1.
    private func best(for vector: ArraySlice<Float>) -> Double {
        guard said.count > 0 else { return 0 }
        let dimensions = vector.count
        return vector.withUnsafeBufferPointer { expected in
            said.values.withUnsafeBufferPointer { values in
                var best: Float = 0
                for place in 0..<said.count {
                    var sums = SIMD8<Float>(repeating: 0)
                    var index = 0
                    let start = place * dimensions
                    while index + 8 <= dimensions {
                        var (one, other) = (SIMD8<Float>(), SIMD8<Float>())
                        for lane in 0..<8 {
                            one[lane] = expected[index + lane]
                            other[lane] = values[start + index + lane]
                        }
                        sums += one * other
                        index += 8
                    }
                    var sum = sums.sum()
                    while index < dimensions {
                        sum += expected[index] * values[start + index]
                        index += 1
                    }
                    if sum > best { best = sum }
                }
                return Double(min(best, 1))
            }
        }
    }

    /// Signs mean little, and every text has them.
    private static func isWord(_ token: EncodedToken) -> Bool {
        token.text.contains { $0.isLetter || $0.isNumber }
    }
}
