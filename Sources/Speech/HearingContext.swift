/// What is known of an answer before it is heard, so that a recogniser can expect its words.
///
/// Expecting is not hearing: a word that was only expected is marked (`Word.isUncertain`) when the sound does not bear it
/// out.
public struct HearingContext: Sendable, Hashable, Codable {
    /// The question that is answered.
    public var question: String
    /// Answers a person might give, as they would say them.
    public var sampleAnswers: [String]
    /// Statements and phrases that a good answer holds.
    public var keyPoints: [String]
    /// Words and names that may come up: skills, tags, the role, products of a resume.
    public var terms: [String]

    /// What is known of the answer to `question`.
    public init(
        question: String, sampleAnswers: [String] = [], keyPoints: [String] = [], terms: [String] = []
    ) {
        self.question = question
        self.sampleAnswers = sampleAnswers
        self.keyPoints = keyPoints
        self.terms = terms
    }
}
