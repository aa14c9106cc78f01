import Evaluation

/// What a model makes of an answer, checked.
struct Verdict: Sendable {
    /// The score of one side.
    struct Side: Sendable {
        /// 0...100.
        var score: Double
        /// A sentence.
        var basis: String
        /// The first quotation that supports it; `nil` when none was given.
        var evidence: Evidence?
    }

    /// How far a key point was made.
    struct Point: Sendable {
        /// 0...1.
        var coverage: Double
        /// The words that make it; `nil` when it was not made.
        var evidence: Evidence?
    }

    /// A statement that is wrong.
    struct Contradiction: Sendable {
        var quote: Evidence
        var problem: String
    }

    /// The sides that were asked for.
    var sides: [Dimension: Side]
    /// The key points by their ids.
    var points: [String: Point]
    var strengths: [String]
    var weaknesses: [String]
    /// What is missing, as sentences.
    var missing: [String]
    var suggestions: [String]
    var narrative: String
    var contradictions: [Contradiction]
    var sentiment: Sentiment
}

/// What is wrong with a verdict, as sentences for the model and for readers.
struct VerdictFaults: Error, Sendable {
    /// The most that is told at a time.
    private static let limit = 12
    var texts: [String]

    /// Told to the model, a line each.
    var lines: String { texts.prefix(Self.limit).map { "- \($0)" }.joined(separator: "\n") }

    /// Told to a reader.
    var summary: String {
        let first = texts.first ?? "it is wrong"
        return switch texts.count {
        case 0, 1: first
        case 2: first + ", and another fault"
        default: first + ", and \(texts.count - 1) more faults"
        }
    }
}
