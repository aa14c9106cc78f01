public import Evaluation
public import FoundationEssentials

/// An answer's words as they were heard or typed, or as its speaker corrected them later, with what the judge made of them.
public struct TakeVersion: Sendable, Hashable, Codable {
    /// Where the words come from.
    public enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
        /// A recogniser heard them.
        case heard
        /// The candidate typed them.
        case typed
        /// The candidate said later that this was said.
        case corrected
    }

    /// 1 for what was heard or typed, 2 for the first correction and so on.
    public var number: Int
    /// Where the words come from.
    public var origin: Origin
    /// The words; `nil` for speech that was not heard.
    public var text: String?
    /// When they were said, typed or corrected.
    public var date: Date
    /// The judgement of these words; `nil` before there is one.
    public var evaluation: Evaluation?

    /// The judge's score of these words, 0...100; `nil` when there is none.
    public var score: Double? { evaluation?.overall }
}
