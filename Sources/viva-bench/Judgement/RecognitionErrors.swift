import Language
import Speech

/// Makes the errors of a recogniser in words that were said: a word that sounds alike, a word left out, a word of grammar put in.
struct RecognitionErrors {
    /// A word as it was heard.
    struct Heard: Equatable {
        var text: String
        var isRight: Bool
    }

    /// What happened to the words.
    struct Counts: Equatable {
        var words = 0
        var substitutions = 0
        var deletions = 0
        var insertions = 0
        /// The word error rate.
        var rate: Double { Double(substitutions + deletions + insertions) / Double(max(1, words)) }
    }

    /// Of a hundred errors of recognisers about so many are of each kind; the rest are insertions.
    private static let shares = (substitutions: 0.65, deletions: 0.2)
    private static let inserted = ["the", "a", "and", "of", "to", "in", "it", "that", "is", "we"]

    private let alikes: SoundAlikes
    private let others: [String]
    private var neighbours: [String: [String]] = [:]
    /// What happened to all words so far.
    private(set) var counts = Counts()

    /// - Parameters:
    ///   - alikes: the words that sound alike.
    ///   - others: words that are heard where the dictionary does not have what was said, the one spelt most alike.
    init(alikes: SoundAlikes, others: Set<String>) {
        self.alikes = alikes
        self.others = others.sorted()
    }

    /// The words as they are heard.
    ///
    /// - Parameters:
    ///   - words: what was said, in lower case without punctuation.
    ///   - rate: the word error rate to make, 0...1.
    mutating func heard(_ words: [String], rate: Double, _ random: inout SplitMix64) -> [Heard] {
        var heard: [Heard] = []
        for word in words {
            counts.words += 1
            let chance = Double.random(in: 0..<1, using: &random)
            if chance >= rate {
                heard.append(Heard(text: word, isRight: true))
            } else if chance < rate * Self.shares.substitutions {
                counts.substitutions += 1
                let near = neighbours(of: word)
                heard.append(Heard(text: near.randomElement(using: &random) ?? "uh", isRight: false))
            } else if chance < rate * (Self.shares.substitutions + Self.shares.deletions) {
                counts.deletions += 1
            } else {
                counts.insertions += 1
                heard.append(Heard(text: word, isRight: true))
                heard.append(
                    Heard(text: Self.inserted.randomElement(using: &random) ?? "the", isRight: false))
            }
        }
        return heard
    }

    private mutating func neighbours(of word: String) -> [String] {
        if let known = neighbours[word] { return known }
        var near = Array(alikes.nearest(to: word).prefix(3))
        if near.isEmpty {
            let length = word.count
            let nearest = others.lazy.filter {
                $0 != word && $0.first == word.first && abs($0.count - length) < 3
            }
            .min { EditDistance.between($0, word) < EditDistance.between($1, word) }
            near = nearest.map { [$0] } ?? []
        }
        neighbours[word] = near
        return near
    }
}
