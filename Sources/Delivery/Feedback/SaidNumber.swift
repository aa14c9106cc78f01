import Speech
import Vocabulary

/// Finds the numbers that are named right after pauses.
enum SaidNumber {
    /// The words of numbers that follow pauses, one for each pause at most. "About forty" and "a hundred" are numbers
    /// too.
    static func numbers(after pauses: [TimeRange], in words: [Word]) -> [Word] {
        let finder = PausePlaceFinder(words: words)
        return pauses.compactMap { pause in
            let following = finder.wordsAfter(pause, count: 2)
            guard let first = following.first, !first.isUncertain else { return nil }
            if isNumber(first) { return first }
            guard following.count > 1, leaning.contains(first.plainText) else { return nil }
            return isNumber(following[1]) && !following[1].isUncertain ? following[1] : nil
        }
    }

    private static func isNumber(_ word: Word) -> Bool {
        let parts = word.plainText.split(separator: "-")
        return parts.contains { names.contains(String($0)) || $0.contains(where: \.isNumber) }
    }

    /// The words of cardinal numbers. "One" is left out, as it is a pronoun as often.
    private static let names: Set<String> = {
        let numbers = Array(0...19) + Array(stride(from: 20, through: 100, by: 10))
        let scales = [1_000, 1_000_000, 1_000_000_000]
        return Set((numbers + scales).flatMap(NumberWords.cardinal)).subtracting(["one"])
    }()

    /// Words that stand before a number and belong to it.
    private static let leaning: Set<String> = [
        "about", "around", "roughly", "almost", "nearly", "over", "under", "a", "maybe", "some", "exactly",
    ]
}
