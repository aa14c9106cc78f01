import Foundation
import Speech

/// What is said in the answers that the bench draws: a few words are in most answers, most words are in few (Zipf's law).
enum DrawnText {
    static let wordsOfAnswer = 60
    static let vocabulary = 20_000

    /// A word by its rank, 0 for the most frequent.
    static func word(_ rank: Int) -> String { "word\(rank)" }

    /// The ranks of the words of an answer.
    static func ranks(ofTurn turn: Int, seed: UInt64) -> [Int] {
        var random = SplitMix64(seed: seed &+ UInt64(turn) &* 0x9E37_79B9_7F4A_7C15)
        return (0..<wordsOfAnswer).map { _ in
            let place = pow(Double(vocabulary), Double.random(in: 0..<1, using: &random))
            return min(Int(place) - 1, vocabulary - 1)
        }
    }

    /// What is said in an answer.
    static func text(ofTurn turn: Int, seed: UInt64) -> String {
        ranks(ofTurn: turn, seed: seed).map(word).joined(separator: " ")
    }
}
