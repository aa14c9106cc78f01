/// A word on its way to its stem: its letters and the two regions in which Porter2's suffixes must lie.
///
/// A `y` that is a consonant is kept as `Y`. Step names are those of the algorithm's description.
struct StemmedWord {
    private var letters: [UInt8]
    /// Where the region after the first consonant that follows a vowel begins.
    private let region1: Int
    /// Where the same region of region 1 begins.
    private let region2: Int

    init(_ word: [UInt8]) {
        var letters = word.first == 39 ? Array(word.dropFirst()) : word
        for place in letters.indices where letters[place] == Self.code("y") {
            if place == 0 || Self.isVowel(letters[place - 1]) { letters[place] = Self.code("Y") }
        }
        self.letters = letters
        let prefix = ["gener", "commun", "arsen"].first { letters.starts(with: $0.utf8) }
        region1 = prefix?.utf8.count ?? Self.region(of: letters, from: 0)
        region2 = Self.region(of: letters, from: region1)
    }

    /// The word as it stands, in lower case.
    var text: String { String(decoding: letters, as: UTF8.self).lowercased() }

    /// Step 0.
    mutating func removePossessive() {
        for suffix in ["'s'", "'s", "'"] where ends(suffix) {
            letters.removeLast(suffix.utf8.count)
            return
        }
    }

    /// Step 1a.
    mutating func removePlural() {
        if ends("sses") {
            letters.removeLast(2)
        } else if ends("ied") || ends("ies") {
            letters.removeLast(letters.count > 4 ? 2 : 1)
        } else if ends("s"), !ends("us"), !ends("ss"), letters.dropLast(2).contains(where: Self.isVowel) {
            letters.removeLast()
        }
    }

    /// Step 1b.
    mutating func removePast() {
        for suffix in ["eedly", "eed"] where ends(suffix) {
            if isInRegion1(suffix) { replace(suffix, by: "ee") }
            return
        }
        for suffix in ["ingly", "edly", "ing", "ed"] where ends(suffix) {
            guard letters.dropLast(suffix.utf8.count).contains(where: Self.isVowel) else { return }
            letters.removeLast(suffix.utf8.count)
            repairEnding()
            return
        }
    }

    private mutating func repairEnding() {
        if ends("at") || ends("bl") || ends("iz") {
            letters.append(Self.code("e"))
        } else if let last = letters.last, letters.dropLast().last == last, "bdfgmnprt".utf8.contains(last) {
            letters.removeLast()
        } else if region1 >= letters.count, endsInShortSyllable(letters[...]) {
            letters.append(Self.code("e"))
        }
    }

    /// Step 1c.
    mutating func replaceFinalY() {
        guard letters.count > 2, let last = letters.last, last == Self.code("y") || last == Self.code("Y"),
            !Self.isVowel(letters[letters.count - 2])
        else { return }
        letters[letters.count - 1] = Self.code("i")
    }

    /// Step 2.
    mutating func shortenDoubleSuffix() {
        guard let (suffix, replacement) = Self.doubleSuffixes.first(where: { ends($0.0) }),
            isInRegion1(suffix)
        else { return }
        let before = letters.dropLast(suffix.utf8.count).last
        if suffix == "ogi", before != Self.code("l") { return }
        if suffix == "li", !(before.map { "cdeghkmnrt".utf8.contains($0) } ?? false) { return }
        replace(suffix, by: replacement)
    }

    /// Step 3.
    mutating func shortenSuffix() {
        guard let (suffix, replacement) = Self.suffixes.first(where: { ends($0.0) }), isInRegion1(suffix)
        else {
            return
        }
        if suffix == "ative", !isInRegion2(suffix) { return }
        replace(suffix, by: replacement)
    }

    /// Step 4.
    mutating func removeSuffix() {
        guard let suffix = Self.removedSuffixes.first(where: { ends($0) }), isInRegion2(suffix) else {
            return
        }
        if suffix == "ion" {
            let before = letters.dropLast(3).last
            guard before == Self.code("s") || before == Self.code("t") else { return }
        }
        letters.removeLast(suffix.utf8.count)
    }

    /// Step 5.
    mutating func removeFinalE() {
        if ends("e") {
            let isRemoved =
                isInRegion2("e") || (isInRegion1("e") && !endsInShortSyllable(letters.dropLast()))
            if isRemoved { letters.removeLast() }
        } else if ends("ll"), isInRegion2("l") {
            letters.removeLast()
        }
    }

    /// Step 2's suffixes, longest first.
    private static let doubleSuffixes: [(String, String)] = [
        ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
        ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"),
        ("ation", "ate"), ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"),
        ("abli", "able"),
        ("alli", "al"), ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"),
        ("ogi", "og"), ("li", ""),
    ]
    /// Step 3's suffixes, longest first.
    private static let suffixes: [(String, String)] = [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"),
        ("iciti", "ic"),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ]
    /// Step 4's suffixes, longest first.
    private static let removedSuffixes = [
        "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive",
        "ize",
        "ous", "al", "er", "ic",
    ]

    private static func code(_ letter: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: letter.value) }

    private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

    /// The place after the first consonant that follows a vowel, searched from `start`.
    private static func region(of letters: [UInt8], from start: Int) -> Int {
        var place = start + 1
        while place < letters.count {
            if isVowel(letters[place - 1]), !isVowel(letters[place]) { return place + 1 }
            place += 1
        }
        return letters.count
    }

    private func ends(_ suffix: String) -> Bool {
        let suffix = suffix.utf8
        return letters.count >= suffix.count && letters.suffix(suffix.count).elementsEqual(suffix)
    }

    private func isInRegion1(_ suffix: String) -> Bool { letters.count - suffix.utf8.count >= region1 }
    private func isInRegion2(_ suffix: String) -> Bool { letters.count - suffix.utf8.count >= region2 }

    private mutating func replace(_ suffix: String, by replacement: String) {
        letters.removeLast(suffix.utf8.count)
        letters += Array(replacement.utf8)
    }

    private func endsInShortSyllable(_ letters: ArraySlice<UInt8>) -> Bool {
        guard letters.count >= 2, let last = letters.last, !Self.isVowel(last) else { return false }
        let beforeLast = letters[letters.endIndex - 2]
        guard Self.isVowel(beforeLast) else { return false }
        if letters.count == 2 { return true }
        return !Self.isVowel(letters[letters.endIndex - 3]) && !"wxY".utf8.contains(last)
    }
}
