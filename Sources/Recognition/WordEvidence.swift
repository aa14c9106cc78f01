import Foundation
import Speech

/// What speaks for and against a word that was heard: what the search for words thinks of it, and which phones are heard
/// in its place without knowing any word.
struct WordEvidence: Sendable, Hashable {
    /// Of the word by the lattice of the search, 0...1, and that of the word after it in the utterance, 1 at its end.
    var posterior: Double
    var posteriorAfter = 1.0
    /// How long it is, in frames of 10 ms.
    var frames: Int
    /// How the dictionary says it is spoken; without phones when it does not.
    var pronunciation: Pronunciation
    /// How well its sound fits, as a natural logarithm for each frame, against the best of all sounds there.
    var score: Double
    /// By how much what is known of the talk made it likelier after the words before it, as a natural logarithm; below 0
    /// when it made it less likely.
    var raise: Double
    /// How unlike its phones and those that were heard in its place are, for each of its phones, 0 for the same; `nil`
    /// when phones were not heard.
    var phoneDifference: Double?

    /// From this raise on a word depends on what is known of the talk: it became four times as likely.
    static let dependentRaise = log(4.0)
    /// How far the middle of a phone may lie outside the word, in frames: the edges of words are no more exact than that.
    private static let edgeFrames = 3.0

    /// Whether the word may have been heard only because it was expected.
    var dependsOnContext: Bool { raise >= Self.dependentRaise }
    /// How many phones it has, at least 1.
    var phoneCount: Double { Double(max(1, pronunciation.phones.count)) }

    /// Compares the word with the phones that were heard, each with the frame of its middle.
    ///
    /// - Parameter frames: Where the word lies.
    mutating func compare(with phones: [(phone: Phone, middle: Double)], frames: Range<Int>) {
        let first = Double(frames.lowerBound) - Self.edgeFrames
        let last = Double(frames.upperBound) + Self.edgeFrames
        let heard = phones.filter { first <= $0.middle && $0.middle < last }.map(\.phone)
        phoneDifference = pronunciation.difference(to: heard) / phoneCount
    }
}
