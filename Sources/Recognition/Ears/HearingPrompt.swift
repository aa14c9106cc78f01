public import Speech

/// What is known of an answer as a prompt for Whisper and its kin, which continue the text they are given.
///
/// They keep only the end of a long prompt (Whisper its last 224 tokens) and its end counts most, so the order is: sample
/// answers, key points, the question, the terms; and what there is no room for is left out from the beginning.
public struct HearingPrompt: Sendable, Hashable {
    /// The most words of a prompt: about as many as 224 tokens of technical English.
    public static let limitWords = 200
    /// The most words of the terms, so that the question keeps its place.
    private static let limitTermWords = 80
    /// The most words of the question, so that what a good answer holds keeps its place.
    private static let limitQuestionWords = 60

    /// The prompt in one line; empty when nothing is known.
    public let text: String

    /// A prompt of what is known; `nil` gives an empty one.
    public init(_ context: HearingContext?, limitWords: Int = Self.limitWords) {
        guard let context else {
            text = ""
            return
        }
        var room = max(0, limitWords)
        var terms: [String] = []
        var termWords = 0
        for term in context.terms.map(Self.line) where !term.isEmpty && !terms.contains(term) {
            let count = Self.words(term).count
            guard termWords + count <= min(room, Self.limitTermWords) else { break }
            terms.append(term)
            termWords += count
        }
        room -= termWords
        let question = Self.words(context.question).prefix(min(room, Self.limitQuestionWords))
        room -= question.count
        // A statement that does not fit as a whole may end in the middle: its words are still expected.
        func taken(_ statements: [String]) -> [String] {
            var taken: [String] = []
            for statement in statements {
                let words = Self.words(statement).prefix(room)
                if !words.isEmpty { taken.append(Self.ended(words.joined(separator: " "))) }
                room -= words.count
            }
            return taken
        }
        let keyPoints = taken(context.keyPoints)
        let answers = taken(context.sampleAnswers)
        let asked = question.isEmpty ? [] : [Self.ended(question.joined(separator: " "))]
        let named = terms.isEmpty ? [] : [terms.joined(separator: ", ") + "."]
        text = (answers + keyPoints + asked + named).joined(separator: " ")
    }

    /// The words of a text, without characters that control a terminal or end a string.
    private static func words(_ text: String) -> [Substring] {
        text.split(whereSeparator: { $0.isWhitespace }).map { word in
            word.filter { character in
                !character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            }[...]
        }.filter { !$0.isEmpty }
    }

    private static func line(_ text: String) -> String { words(text).joined(separator: " ") }

    private static func ended(_ text: String) -> String {
        text.last.map { ".!?".contains($0) } ?? true ? text : text + "."
    }
}
