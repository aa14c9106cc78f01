import Vocabulary

/// The words that a question brings into a decoder's dictionary, under names that no other question uses.
///
/// The engine forgets no word, and decides between words that sound alike by their place in the dictionary. Under names of
/// its own a question's words stand where they would stand if it were the first, and those of the questions before it
/// are in no model and cannot be heard.
struct QuestionWords {
    /// The words as the dictionary has them.
    let entries: [LexiconEntry]
    /// The names of the words.
    let names: [String: String]

    private static let mark: Character = "~"

    /// The words of one question. The number tells it from others of the same decoder.
    init(_ entries: [LexiconEntry], number: Int) {
        let named = entries.map { entry in
            LexiconEntry(written: entry.token + "\(Self.mark)\(number)", pronunciations: entry.pronunciations)
        }
        self.entries = named
        names = Dictionary(zip(entries, named).map { ($0.token, $1.token) }) { first, _ in first }
    }

    /// The word of a name.
    static func word(of name: String) -> String {
        name.lastIndex(of: mark).map { String(name[..<$0]) } ?? name
    }
}
