/// Reduces English words to their stem, so that "indexes", "indexed" and "indexing" are one.
///
/// The English stemmer of Snowball, known as Porter2 (M. F. Porter, 2002,
/// <https://snowballstem.org/algorithms/english/stemmer.html>).
///
/// ```swift
/// Stemmer.stem("generalizations")  // "general"
/// ```
public enum Stemmer {
    /// The stem of a word in lower case. A word with signs other than the letters a to z and apostrophes, such as
    /// `c++`, is its own stem.
    public static func stem(_ word: String) -> String {
        let letters = Array(word.utf8)
        guard letters.count > 2, letters.allSatisfy({ (97...122).contains($0) || $0 == 39 }) else {
            return word
        }
        if let special = irregular[word] { return special }
        var form = StemmedWord(letters)
        form.removePossessive()
        form.removePlural()
        if unchangedAfterPlural.contains(form.text) { return form.text }
        form.removePast()
        form.replaceFinalY()
        form.shortenDoubleSuffix()
        form.shortenSuffix()
        form.removeSuffix()
        form.removeFinalE()
        return form.text
    }

    private static let irregular: [String: String] = [
        "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
        "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky",
        "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos", "bias": "bias",
        "andes": "andes",
    ]
    private static let unchangedAfterPlural: Set<String> = [
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    ]
}
