/// An answer of a sample interview: words that are judged when the sample is made.
public struct SampleAnswer: Sendable, Hashable {
    /// What a person says about an answer or an interview.
    public struct Review: Sendable, Hashable {
        /// The score, 0...100; `nil` for remarks alone.
        public var score: Double?
        /// A remark as a whole.
        public var notes: String?
        /// Remarks by subject.
        public var feedback: [String: String]
    }

    /// The words.
    public var text: String
    /// How long it took, in seconds.
    public var seconds: Double
    /// What the interviewer says about it; `nil` for nothing, and the judge's score counts.
    public var review: Review?
}
