import Evaluation
import HTTPClient
import Speech

@testable import Judging

/// An answer with its rubric, and a verdict on it that can be used.
enum JudgedCase {
    static let rubric = Rubric(
        question: "What does a database index do?",
        keyPoints: [
            KeyPoint(id: "lookup", statement: "Rows are found without reading the whole table", weight: 2),
            KeyPoint(id: "writes", statement: "Writes get slower because the index is updated as well"),
        ],
        sampleAnswers: [
            "An index is a sorted structure beside the table. The database finds a row without reading the whole table, "
                + "and every write has to update the index as well, so writes get slower."
        ], kind: .technical)

    static let text = """
        Um, an index keeps a sorted copy of the column, so the database can find a row without reading the whole table. \
        For example, we had one on the e-mail of our users. But it takes memory.
        """

    static let answer = JudgedAnswer(typed: text)
    static let offline = RubricEvaluator().evaluate(answer, against: rubric)

    /// A verdict in the words of a model, with changes.
    static func verdict(
        score: JSONValue = 70, pointID: String = "lookup",
        quote: String = "can find a row without reading the whole table",
        change: (inout [String: JSONValue]) -> Void = { _ in }
    ) -> String {
        let side: JSONValue = [
            "score": score, "basis": "It says what an index is for.",
            "quotes": ["An index keeps a sorted copy of the column"],
        ]
        var fields: [String: JSONValue] = [
            "dimensions": [
                "relevance": side, "completeness": side, "clarity": side, "technicalAccuracy": side,
            ],
            "key_points": [
                ["id": .text(pointID), "covered": 0.9, "quote": .text(quote)],
                ["id": "writes", "covered": 0, "quote": ""],
            ],
            "strengths": ["You named the purpose.", "You gave an example.", "You named a cost."],
            "weaknesses": ["The cost of writes is missing.", "Memory was only named."],
            "missing_points": ["writes"],
            "suggestions": ["Say what a write costs.", "Name a kind of index.", "Say when to use none."],
            "narrative": "You explained the purpose well. The price of an index is only half there.",
            "contradictions": [], "sentiment": "neutral",
        ]
        change(&fields)
        return JudgePrompt.written(.object(fields))
    }
}
