public import Interview

/// A hint or a sample answer that was shown with a question.
public struct ReportHelp: Sendable, Hashable, Encodable {
    /// What was shown.
    public let kind: AnswerHelp.Kind
    /// Which one of the question's: 1 for the first.
    public let number: Int
    /// The number of the first attempt that was made with it.
    public let take: Int
    /// The words; `nil` where the question has them no more.
    public let text: String?

    init(_ help: AnswerHelp, of turn: Turn) {
        kind = help.kind
        number = help.number
        take = help.take
        let offered = turn.helpOffered(help.kind)
        text = offered.indices.contains(help.number - 1) ? offered[help.number - 1] : nil
    }
}
