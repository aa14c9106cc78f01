/// Two questions that ask nearly the same.
public struct SimilarQuestions: Sendable, Hashable {
    /// The place of the earlier one, from 0.
    public var first: Int
    /// The place of the later one, from 0.
    public var second: Int
    /// How many of the different content stems of both texts are in each of them, 0...1.
    public var share: Double

    /// The share of stems above which two texts count as nearly the same.
    public static let limit = 0.7

    /// Two questions at places of a list.
    public init(first: Int, second: Int, share: Double) {
        self.first = first
        self.second = second
        self.share = share
    }

    /// All pairs of questions whose texts share more than `limit` of their different content stems (the index of
    /// Jaccard), in the order of the later ones.
    public static func pairs(in questions: [Question]) -> [SimilarQuestions] {
        let stems = questions.map { TextStems($0.text).telling }
        var placesByStem: [String: [Int]] = [:]
        var pairs: [SimilarQuestions] = []
        for (second, own) in stems.enumerated() {
            // Only texts with a stem in common are compared, so that large banks take no time of the square.
            var shared: [Int: Int] = [:]
            for stem in own {
                for first in placesByStem[stem, default: []] { shared[first, default: 0] += 1 }
                placesByStem[stem, default: []].append(second)
            }
            pairs += shared.compactMap { first, count in
                let share = Double(count) / Double(stems[first].count + own.count - count)
                return share > limit ? SimilarQuestions(first: first, second: second, share: share) : nil
            }.sorted { $0.first < $1.first }
        }
        return pairs
    }
}
