import Foundation

/// Makes names for questions and key points that have none, out of their texts.
struct QuestionIDs {
    /// The texts of the questions that are there, by id.
    private var textByID: [String: String]

    /// Names that differ from those of other questions.
    init(textByID: [String: String] = [:]) { self.textByID = textByID }

    /// The id of a question without one: the first words of its text and, where another question has that id, a number.
    ///
    /// A question with the same text gets the same id again, so that what is imported twice is noticed.
    mutating func id(for text: String, reserved: Set<String>) -> String {
        let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let name = Self.name(of: text) ?? "question"
        let candidates = [name] + (2...).lazy.prefix(QuestionLimits.questions * 2).map { "\(name)-\($0)" }
        let id =
            candidates.first { id in
                !reserved.contains(id) && (textByID[id].map { $0 == text } ?? true)
            } ?? name
        textByID[id] = text
        return id
    }

    /// The ids of texts within one question, each different from the others and from those that are given.
    static func ids(for statements: [String], taken: Set<String>) -> [String] {
        var taken = taken
        return statements.map { statement in
            let name = name(of: statement) ?? "point"
            var id = name
            var number = 2
            while !taken.insert(id).inserted {
                id = "\(name)-\(number)"
                number += 1
            }
            return id
        }
    }

    /// The first words of a text as an id, `nil` when it has no letter or figure that an id may have.
    static func name(of text: String) -> String? {
        let plain = text.prefix(400).description
            .folding(options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
            .lowercased().replacing("'", with: "").replacing("’", with: "")
        let words = plain.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var name = ""
        for word in words.prefix(limitWords) {
            guard name.isEmpty || name.count + 1 + word.count <= limitCharacters else { break }
            name += name.isEmpty ? String(word.prefix(limitCharacters)) : "-" + word
        }
        return name.isEmpty ? nil : name
    }

    /// Enough to know a question by, and short enough to type.
    private static let limitWords = 7
    private static let limitCharacters = 48
}
