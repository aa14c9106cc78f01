import Speech

/// How the letters of the English alphabet are called.
enum LetterNames {
    private static let phones: [Character: [Phone]] = [
        "a": [.ey], "b": [.b, .iy], "c": [.s, .iy], "d": [.d, .iy], "e": [.iy], "f": [.eh, .f],
        "g": [.jh, .iy],
        "h": [.ey, .ch], "i": [.ay], "j": [.jh, .ey], "k": [.k, .ey], "l": [.eh, .l], "m": [.eh, .m],
        "n": [.eh, .n], "o": [.ow], "p": [.p, .iy], "q": [.k, .y, .uw], "r": [.aa, .r], "s": [.eh, .s],
        "t": [.t, .iy], "u": [.y, .uw], "v": [.v, .iy],
        "w": [.d, .ah, .b, .ah, .l, .y, .uw], "x": [.eh, .k, .s], "y": [.w, .ay], "z": [.z, .iy],
    ]

    /// A text spelled letter by letter; `nil` when one of its characters is no letter of the alphabet.
    static func pronunciation(of text: some StringProtocol) -> Pronunciation? {
        let names = text.lowercased().map { phones[$0] }
        guard !names.isEmpty, !names.contains(nil) else { return nil }
        return Pronunciation(names.compactMap(\.self).flatMap(\.self))
    }

    /// Whether a word can only be spelled: without a vowel it has no syllable.
    static func mustSpell(_ word: some StringProtocol) -> Bool {
        !word.lowercased().contains { "aeiouy".contains($0) }
    }
}
