import Foundation

/// A model of which word follows the two before it.
///
/// It is smoothed by Witten and Bell's method, interpolated (Witten and Bell 1991, "The Zero-Frequency Problem", method C,
/// in the form of Chen and Goodman 1998, section 2.4): a history *h* that was seen *c(h)* times and followed by *T(h)*
/// different words gives the share *T(h) / (c(h) + T(h))* of its probability to the history shortened by its first word.
/// Words without a history share with the uniform distribution over all words. Few sentences of one question have no
/// counts of counts that a discount could be estimated from, as Kneser-Ney's method needs; this one needs none.
public struct TrigramModel: Sendable {
    private let counts: TrigramCounts
    /// The probability of each word without a history; none for `<s>`.
    private let unigrams: [Double]
    /// How often a history of one word was seen, and how many words followed it.
    private let wordHistories: [History]
    private let pairHistories: [UInt64: History]

    /// What followed a history.
    private struct History {
        var weight = 0.0
        var followers = 0.0

        mutating func add(_ count: Double) {
            weight += count
            followers += 1
        }

        /// The share of the shorter history; 1 for a history that was never seen.
        var shorterShare: Double { followers == 0 ? 1 : followers / (weight + followers) }

        func probability(count: Double, shorter: Double) -> Double {
            (count + followers * shorter) / (weight + followers)
        }
    }

    /// Makes a model of counted sentences; without any, every sentence is empty.
    public init(_ counts: TrigramCounts) {
        self.counts = counts
        var all = History()
        for count in counts.unigrams where count > 0 { all.add(count) }
        let uniform = 1 / Double(max(1, counts.words.count - 1))
        unigrams = counts.unigrams.enumerated().map { word, count in
            if word == TrigramCounts.start { return 0 }
            return all.followers == 0 ? uniform : all.probability(count: count, shorter: uniform)
        }
        var wordHistories = [History](repeating: History(), count: counts.words.count)
        for (key, count) in counts.bigrams { wordHistories[Int(key >> 21)].add(count) }
        self.wordHistories = wordHistories
        var pairHistories: [UInt64: History] = [:]
        pairHistories.reserveCapacity(counts.bigrams.count)
        for (key, count) in counts.trigrams { pairHistories[key >> 21, default: History()].add(count) }
        self.pairHistories = pairHistories
    }

    /// The words it knows.
    public var vocabulary: Set<String> { counts.vocabulary }

    /// The probability of a word after the words before it, of which the last two count; `<s>` stands for the start of
    /// a sentence and `</s>` for its end. An unknown word has the probability 0, and the words before an unknown one do
    /// not count.
    public func probability(of word: String, after history: [String]) -> Double {
        guard let word = counts.knownNumber(of: word), word != TrigramCounts.start else { return 0 }
        let known = history.suffix(2).map(counts.knownNumber)
        guard let last = known.last ?? nil else { return unigrams[word] }
        guard known.count == 2, let first = known[0] else { return probability(of: word, after: last) }
        return probability(of: word, after: first, last)
    }

    /// The perplexity of sentences, their ends counted as words: 1 when each word is certain, infinite when one is
    /// unknown; `nil` without a sentence.
    public func perplexity(of sentences: [[String]]) -> Double? {
        var (sum, words) = (0.0, 0)
        for sentence in sentences {
            var history = ["<s>"]
            for word in sentence + ["</s>"] {
                sum += log2(probability(of: word, after: history))
                words += 1
                history = [history[history.count - 1], word]
            }
        }
        return words == 0 ? nil : exp2(-sum / Double(words))
    }

    /// The model as ARPA text (Doug Paul's format, as the manual page `ngram-format` of SRILM describes it): what a
    /// recogniser reads. A word is looked up by its longest listed history; a history's second number is the logarithm of
    /// the share that shorter histories have.
    ///
    /// - Parameter names: The names under which words stand in it, where they are not the words themselves.
    public func arpa(names: [String: String] = [:]) -> [UInt8] {
        let bigrams = counts.bigrams.keys.sorted()
        let trigrams = counts.trigrams.keys.sorted()
        var text = ARPAText(words: counts.words.map { names[$0] ?? $0 })
        text.begin(counts: [counts.words.count, bigrams.count, trigrams.count])
        text.section(1)
        for word in counts.words.indices {
            let probability = word == TrigramCounts.start ? 0 : unigrams[word]
            text.line([word], probability: probability, shorterShare: wordHistories[word].shorterShare)
        }
        text.section(2)
        for key in bigrams {
            let (first, second) = (Int(key >> 21), Int(key & 0x1F_FFFF))
            text.line(
                [first, second], probability: probability(of: second, after: first),
                shorterShare: pairHistories[key]?.shorterShare ?? 1)
        }
        text.section(3)
        for key in trigrams {
            let (first, second) = (Int(key >> 42), Int(key >> 21 & 0x1F_FFFF))
            let third = Int(key & 0x1F_FFFF)
            text.line(
                [first, second, third], probability: probability(of: third, after: first, second),
                shorterShare: nil)
        }
        return text.finished()
    }

    private func probability(of word: Int, after last: Int) -> Double {
        let history = wordHistories[last]
        guard history.followers > 0 else { return unigrams[word] }
        return history.probability(
            count: counts.bigrams[TrigramCounts.key(last, word)] ?? 0, shorter: unigrams[word])
    }

    private func probability(of word: Int, after first: Int, _ last: Int) -> Double {
        let shorter = probability(of: word, after: last)
        guard let history = pairHistories[TrigramCounts.key(first, last)] else { return shorter }
        return history.probability(
            count: counts.trigrams[TrigramCounts.key(first, last, word)] ?? 0, shorter: shorter)
    }
}
