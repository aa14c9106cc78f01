/// A sentence of an answer that claims something without carrying it: "we improved performance a lot", and neither a figure nor
/// an example, a name or a reason near it.
public struct VagueClaim: Sendable, Hashable, Codable {
    /// What is claimed, and so what is missing.
    public enum Sort: String, Sendable, Hashable, Codable, CaseIterable {
        /// Something became or is better; by how much is missing.
        case change
        /// Something went well; by what one could tell is missing.
        case success
        /// Somebody dealt with something; how is missing.
        case action
        /// Tools, ways or things of some kind; which ones is missing.
        case generality

        /// Whether it is about how something ended.
        public var isResult: Bool { self == .change || self == .success }
    }

    /// What is claimed.
    public var sort: Sort
    /// The words of the claim, as they can be said back: hesitations and marks left out.
    public var evidence: Evidence
    /// Which words of the answer they stand at, counted from 0.
    public var words: Range<Int>

    /// A claim at a place of an answer.
    public init(sort: Sort, evidence: Evidence, words: Range<Int>) {
        self.sort = sort
        self.evidence = evidence
        self.words = words
    }
}
