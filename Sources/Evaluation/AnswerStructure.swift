import Language

/// How an answer is built: what was found in its words, each with the words that show it.
///
/// All of it is found by set phrases and the shape of words (`Docs/Scoring.md`), so what is not found may still have been said
/// in other words.
public struct AnswerStructure: Sendable, Hashable, Codable {
    /// At most so many figures are quoted.
    public static let mostNumbers = 3
    /// At most so many figures are looked at: those that repeat the one before are not quoted again.
    private static let mostLookedAt = 1000

    /// The four parts of a story in their order; `nil` when the question does not ask for one.
    public var story: [StoryPartResult]?
    /// Where an example begins; `nil` when none was found.
    public var example: Evidence?
    /// The first figures, each in the words around it; empty when none was found.
    public var numbers: [Evidence]
    /// Words near the end that close the answer; `nil` when none were found.
    public var conclusion: Evidence?
    /// The first signpost of each kind that was found, in the order of the kinds.
    public var signposts: [Signpost]

    /// Whether an example was found.
    public var hasExample: Bool { example != nil }
    /// Whether a figure was found.
    public var hasNumber: Bool { !numbers.isEmpty }
    /// Whether a conclusion was found.
    public var hasConclusion: Bool { conclusion != nil }

    /// A structure of known parts.
    public init(
        story: [StoryPartResult]? = nil, example: Evidence? = nil, numbers: [Evidence] = [],
        conclusion: Evidence? = nil, signposts: [Signpost] = []
    ) {
        self.story = story
        self.example = example
        self.numbers = numbers
        self.conclusion = conclusion
        self.signposts = signposts
    }

    /// The structure of an answer.
    ///
    /// - Parameter prose: what it says beside its code, in which alone figures, examples and the like are looked for.
    init(_ answer: AnswerText, prose: AnswerText, story: Story, kind: Rubric.Kind) {
        let found = Signposts.first(in: prose)
        self.init(
            story: kind == .behavioural ? Self.parts(of: story, in: answer) : nil,
            example: found[.example].flatMap { prose.sentence(around: $0) },
            numbers: Self.numbers(in: prose),
            conclusion: Signposts.conclusion(in: prose).flatMap { prose.sentence(around: $0) },
            signposts: Signpost.Kind.allCases.compactMap { kind in
                found[kind].flatMap { prose.phrase(around: $0) }.map { Signpost(kind: kind, evidence: $0) }
            })
    }

    private static func parts(of story: Story, in answer: AnswerText) -> [StoryPartResult] {
        var taken: Set<Int> = []
        return StoryPart.allCases.map { part in
            StoryPartResult(
                part: part, share: story.share(part),
                evidence: answer.sentence(richestIn: Story.places(of: part, in: answer), taken: &taken))
        }
    }

    /// The first figures, those close to each other in one quotation.
    private static func numbers(in answer: AnswerText) -> [Evidence] {
        var numbers: [Evidence] = []
        var quotedUntil = 0
        var lookedAt = 0
        for place in answer.tokens.indices
        where place >= quotedUntil && Story.isFigure(answer.tokens[place].text) {
            guard numbers.count < mostNumbers, lookedAt < mostLookedAt else { break }
            lookedAt += 1
            let phrase = answer.phrase(around: place..<place + 1)
            if let phrase, numbers.last != phrase { numbers.append(phrase) }
            // The quotation holds a few words after the figure; one in them is quoted already.
            quotedUntil = place + 5
        }
        return numbers
    }
}
