import Foundation

/// Makes names for questions and key points that have none, out of their texts.
struct QuestionIDs {
    /// The ids of the questions that are there.
    private var known: Set<String>
    private var idByText: [String: String]
    /// The number to try next behind a name that is taken.
    private var nextNumber: [String: Int] = [:]

    /// Names that differ from those of other questions, whose texts are given by their ids.
    init(textByID: [String: String] = [:]) {
        known = Set(textByID.keys)
        // The least id where several questions have one text, so that the same comes out every time.
        idByText = Dictionary(textByID.map { (Self.plain($0.value), $0.key) }, uniquingKeysWith: min)
    }

    /// The id of a question without one: the first words of its text and, where another question has that id, a number.
    ///
    /// A question with the same text gets the same id again, so that what is imported twice is noticed.
    mutating func id(for text: String, reserved: Set<String>) -> String {
        let text = Self.plain(text)
        let name = Self.name(of: text) ?? "question"
        if let id = idByText[text], id.hasPrefix(name), !reserved.contains(id) { return id }
        var id = name
        var number = nextNumber[name] ?? 1
        while number > 1 || known.contains(id) || reserved.contains(id) {
            number = max(2, number)
            id = "\(name)-\(number)"
            number += 1
            if !known.contains(id), !reserved.contains(id) { break }
        }
        nextNumber[name] = number
        known.insert(id)
        idByText[text] = id
        return id
    }

    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
