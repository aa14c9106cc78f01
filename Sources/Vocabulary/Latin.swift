/// Latin letters with marks on them.
enum Latin {
    /// A text in lower case without the marks on its letters: "résumé" is "resume". Letters of other scripts stay.
    static func folded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 128 }) else { return text }
        return text.reduce(into: "") { folded, character in folded += plain[character] ?? String(character) }
    }

    private static let plain: [Character: String] = {
        let groups = [
            "a": "àáâãäåāăą", "c": "çćčĉċ", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı",
            "j": "ĵ", "k": "ķ", "l": "ĺļľł", "n": "ñńņň", "o": "òóôõöøōŏő", "r": "ŕŗř", "s": "śŝşšș",
            "t": "ţťŧț",
            "u": "ùúûüũūŭůűų", "w": "ŵ", "y": "ýÿŷ", "z": "źżž", "ss": "ß", "ae": "æ", "oe": "œ", "th": "þ",
        ]
        var plain: [Character: String] = [:]
        for (letters, marked) in groups { for character in marked { plain[character] = letters } }
        return plain
    }()
}
