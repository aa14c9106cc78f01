import Language

/// The different stems of a text, by which it is compared with others.
struct TextStems: Sendable, Hashable {
    /// Those of all words.
    let all: Set<String>
    /// Those of the words that say something about a subject.
    let content: Set<String>

    init(_ text: String) {
        var all: Set<String> = []
        var content: Set<String> = []
        for token in Tokenizer.tokens(in: text) {
            let stem = Stemmer.stem(token.text)
            all.insert(stem)
            if !StopWords.isEmpty(token.text) { content.insert(stem) }
        }
        self.all = all
        self.content = content
    }

    /// The stems that tell the text from others: those with content, or all where none has any ("Who are you?").
    var telling: Set<String> { content.isEmpty ? all : content }
}
