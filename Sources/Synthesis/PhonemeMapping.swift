import Speech

/// Turns the phonemes that eSpeak NG writes for American English into the phones of a pronunciation dictionary.
///
/// Both describe one accent, with other habits: eSpeak has one phoneme for a vowel and the r after it, one for each degree
/// of a weak vowel, and its own for a flapped t.
struct PhonemeMapping {
    /// The phoneme names of eSpeak's voice `en-us`, without their marks of stress.
    private static let phones: [Substring: [Phone]] = [
        // Vowels.
        "@": [.ah], "@2": [.ah], "@5": [.ah], "a#": [.ah], "V": [.ah], "a": [.ae], "aa": [.ae], "A:": [.aa],
        "0": [.aa], "0#": [.aa], "E": [.eh], "E2": [.eh], "I": [.ih], "I2": [.ih], "I#": [.ih], "i": [.iy],
        "i:": [.iy], "O": [.ao], "O2": [.ao], "O:": [.ao], "u:": [.uw], "u": [.uw], "U": [.uh], "aI": [.ay],
        "eI": [.ey], "oU": [.ow], "aU": [.aw], "OI": [.oy], "i@": [.iy, .ah], "aI@": [.ay, .ah],
        // Vowels with an r or l in them.
        "3": [.er], "3:": [.er], "A@": [.aa, .r], "e@": [.eh, .r], "i@3": [.ih, .r], "O@": [.ao, .r],
        "o@": [.ao, .r], "U@": [.uh, .r], "aI3": [.ay, .er], "aU@": [.aw, .er], "@L": [.ah, .l],
        // Consonants that are a syllable.
        "n-": [.ah, .n], "m-": [.ah, .m], "l-": [.ah, .l],
        // A schwa that is hardly said, and the mark of a palatal sound.
        "@-": [], ";": [],
        // Consonants; the flap, the glottal stop and the t of "st" are all a t.
        "t#": [.t], "?": [.t], "t2": [.t], "t": [.t], "d": [.d], "p": [.p], "b": [.b], "k": [.k], "g": [.g],
        "tS": [.ch], "dZ": [.jh], "f": [.f], "v": [.v], "T": [.th], "D": [.dh], "s": [.s], "z": [.z],
        "S": [.sh],
        "Z": [.zh], "h": [.hh], "m": [.m], "n": [.n], "N": [.ng], "l": [.l], "r": [.r], "r-": [.r], "w": [.w],
        "j": [.y], "x": [.k], "C": [.hh],
    ]
    private static let stressMarks: Set<Character> = ["'", ",", "%", "=", "|", "\""]

    /// The pronunciations of a word's phonemes, which `_` or a blank separates: as eSpeak says it and, when it has a weak
    /// i, with a schwa instead, which dictionaries write as often. None when a phoneme is not one of English.
    func pronunciations(of phonemes: String) -> [Pronunciation] {
        var careful: [Phone] = []
        var weak: [Phone] = []
        for name in phonemes.split(whereSeparator: { $0 == "_" || $0.isWhitespace }) {
            let plain = Substring(name.filter { !Self.stressMarks.contains($0) })
            guard !plain.isEmpty else { continue }
            guard let phones = Self.phones[plain] else { return [] }
            let isWeak = plain == "I#" || plain == "I2"
            append(phones, to: &careful)
            append(isWeak ? [.ah] : phones, to: &weak)
        }
        guard !careful.isEmpty else { return [] }
        return careful == weak ? [Pronunciation(careful)] : [Pronunciation(careful), Pronunciation(weak)]
    }

    private func append(_ phones: [Phone], to word: inout [Phone]) {
        for phone in phones {
            // A consonant that is written twice is said once, and the r after a vowel that has one already belongs to it.
            if phone == word.last, !phone.isVowel { continue }
            if phone == .r, word.last == .er { continue }
            // A short i before another vowel is a long one: "area", "audio".
            if phone.isVowel, word.last == .ih { word[word.count - 1] = .iy }
            word.append(phone)
        }
    }
}
