/// Spellings of the same sounds, which are not errors: contractions and their long forms, "okay" and "ok", "o" and "oh".
enum WordVariants {
    /// The other ways to write a word.
    static func of(_ word: String) -> [[String]] {
        if let fixed = fixed[word] { return fixed }
        var variants: [[String]] = []
        if let apostrophe = word.lastIndex(of: "'") {
            let stem = String(word[..<apostrophe])
            switch word[apostrophe...] {
            case "'m": variants = [[stem, "am"]]
            case "'re": variants = [[stem, "are"]]
            case "'ve": variants = [[stem, "have"]]
            case "'ll": variants = [[stem, "will"]]
            case "'d": variants = [[stem, "would"], [stem, "had"]]
            // After another word "'s" is mostly a possessive.
            case "'s" where hasVerb.contains(stem): variants = [[stem, "is"], [stem, "has"]]
            case "'t" where stem.hasSuffix("n"): variants = [[String(stem.dropLast()), "not"]]
            default: break
            }
        }
        if word.count >= 7 {
            for (ending, other) in zip(british + american, american + british) where word.hasSuffix(ending) {
                variants.append([word.dropLast(ending.count) + other])
            }
        }
        return variants
    }

    private static let hasVerb: Set<String> = [
        "it", "he", "she", "that", "there", "what", "who", "here", "where", "how", "this",
    ]
    private static let british = ["ise", "ised", "ises", "ising", "isation"]
    private static let american = ["ize", "ized", "izes", "izing", "ization"]

    private static let fixed: [String: [[String]]] = [
        "can't": [["can", "not"], ["cannot"]], "cannot": [["can't"]], "won't": [["will", "not"]],
        "shan't": [["shall", "not"]], "let's": [["let", "us"]], "y'know": [["you", "know"]],
        "yknow": [["you", "know"]],
        "gonna": [["going", "to"]], "wanna": [["want", "to"]],
        "gotta": [["got", "to"], ["have", "got", "to"]],
        "kinda": [["kind", "of"]], "sorta": [["sort", "of"]], "dunno": [["don't", "know"]],
        "ok": [["okay"], ["o", "k"]], "okay": [["ok"]], "alright": [["all", "right"]],
        "mr": [["mister"]], "mrs": [["missus"]], "dr": [["doctor"]], "vs": [["versus"]],
        "o": [["oh"]], "'em": [["them"]], "'til": [["until"], ["till"]], "'cause": [["because"]],
    ]
}
