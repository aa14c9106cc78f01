/// Which languages a text is in: told by its letters where a script is that of one language or of few, else by the words that carry grammar.
///
/// It is made to be silent rather than wrong about English: terms, code, names, lists of keywords and letters without sense count as nothing
/// or as English. A language that it does not know is named for its nearest relative, or not at all.
///
/// ```swift
/// LanguageGuess(of: "Ich würde zuerst einen Index anlegen, weil die Abfrage sonst zu lange dauert.").code  // "de"
/// ```
public struct LanguageGuess: Sendable, Hashable {
    /// A language and how much of the text is in it.
    public struct Part: Sendable, Hashable {
        /// The language by its code (ISO 639-1), for example `de`.
        public var code: String
        /// The share of the text's words, 0...1. Where no blanks part words, two or four letters are taken for one.
        public var share: Double
    }

    /// The languages found, the largest share first; empty where nothing tells.
    public let parts: [Part]
    /// How sure it is that the first part is in its language, 0...1, 0 where there is none; a working rule.
    public let certainty: Double
    /// The language of the largest part by its code (ISO 639-1); `nil` where nothing tells.
    public var code: String? { parts.first?.code }

    /// How many words are looked at; the rest of a longer text is taken to be like them.
    public static let limitWords = 2000

    /// Guesses the languages of a text.
    ///
    /// - Parameters:
    ///   - text: the text, typed or recognised.
    ///   - neutral: words in lower case that prove nothing, for example the terms of the question, which people use in any language.
    public init(of text: String, neutral: Set<String> = []) {
        let words = ScriptWords(text, limit: Self.limitWords)
        let latin = LatinDecoder(neutral: neutral).languages(of: words.latin)
        var sizes = words.sizes
        for (code, size) in latin.sizes { sizes[code, default: 0] += size }
        let total = sizes.values.reduce(0, +) + latin.untold
        // Ties are broken by the code, so that the same text always gives the same.
        parts = sizes.filter { $0.value > 0 }.map { Part(code: $0.key, share: $0.value / max(total, 1)) }
            .sorted { ($1.share, $0.code) < ($0.share, $1.code) }
        certainty =
            parts.first.map { latin.certainties[$0.code] ?? words.certainties[$0.code] ?? 0 } ?? 0
    }

    /// The share of the text that is in another language than English, 0...1.
    public var foreignShare: Double { parts.reduce(0) { $0 + ($1.code == "en" ? 0 : $1.share) } }
}
