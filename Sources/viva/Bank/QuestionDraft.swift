import Evaluation
import Interview

/// A question as somebody puts it together, in the fields of a question file; it is checked like one.
struct QuestionDraft: Encodable {
    /// A key point as it is typed: `statement | variant | variant`, with `weight=2` among them when it counts twice.
    struct Point: Encodable {
        var statement: String
        var variants: [String]
        /// As it is typed; whether it is a number is checked with the rest.
        var weight: String?

        init(_ text: String) {
            let parts = text.split(separator: "|").map(Self.trimmed).filter { !$0.isEmpty }
            let isWeight = { (part: String) in part.hasPrefix("weight=") }
            let texts = parts.filter { !isWeight($0) }
            statement = texts.first ?? ""
            variants = Array(texts.dropFirst())
            weight = parts.first(where: isWeight).map { String($0.dropFirst("weight=".count)) }
        }

        private static func trimmed(_ text: Substring) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }

    var id: String?
    var text: String
    var spokenText: String?
    var kind: QuestionKind
    var category: String
    var level: QuestionLevel
    var roles: [String] = []
    var keyPoints: [Point]
    var sampleAnswers: [String] = []
    var hints: [String] = []
    var expectedDurationSeconds: Double?
    var tags: [String] = []
    var origin: QuestionOrigin?
    var model: String?
}
