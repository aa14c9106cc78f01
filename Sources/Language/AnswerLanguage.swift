/// Whether an answer is in a language that the judge does not know.
public enum AnswerLanguage {
    /// What was found in an answer that is not, or not wholly, in English.
    public struct Finding: Sendable, Hashable {
        /// The code of the language (ISO 639-1), for example `de`.
        public var code: String
        /// The name of the language in English, for example `German`.
        public var language: String
        /// The share of the answer that is not in English, 0...1.
        public var share: Double

        /// Whether so much of the answer is in another language that it can have no score.
        public var preventsScore: Bool { share >= AnswerLanguage.unscoredShare }

        /// What is said of it, as a sentence.
        public var sentence: String {
            let part =
                preventsScore ? "The answer" : "About \(Int((share * 10).rounded()) * 10) % of the answer"
            return "\(part) seems to be in \(language); this judge knows English only."
        }
    }

    /// From this share of another language on an answer has no score.
    public static let unscoredShare = 0.5
    /// A smaller share is no more than a quotation, and nothing is said of it.
    public static let leastShare = 0.3

    /// What is to be said of an answer's language; `nil` for English, for what is in no language, and for too little to tell.
    ///
    /// - Parameters:
    ///   - text: the answer. A recogniser that knows English only writes English words for whatever was said, so this finds languages in typed
    ///     answers and in those of recognisers that know several.
    ///   - known: words of the question and its rubric in lower case; people use them in any language.
    public static func finding(in text: String, known: Set<String> = []) -> Finding? {
        let guess = LanguageGuess(of: text, neutral: known)
        let share = guess.foreignShare
        guard share >= leastShare, let foreign = guess.parts.first(where: { $0.code != "en" }) else {
            return nil
        }
        return Finding(code: foreign.code, language: name(of: foreign.code), share: share)
    }

    /// The English name of a language; the code itself where it is not known here.
    static func name(of code: String) -> String { names[code] ?? code }

    private static let names = [
        "am": "Amharic", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
        "cs": "Czech", "da": "Danish",
        "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish",
        "fr": "French",
        "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian",
        "id": "Indonesian", "it": "Italian",
        "ja": "Japanese", "ka": "Georgian", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "lo": "Lao",
        "ml": "Malayalam",
        "my": "Burmese", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish",
        "pt": "Portuguese", "ro": "Romanian",
        "ru": "Russian", "si": "Sinhala", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "te": "Telugu",
        "th": "Thai",
        "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
    ]
}
