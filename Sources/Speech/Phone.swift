/// A phone of English, in the set of the CMU Pronouncing Dictionary: ARPABET without stress marks.
public enum Phone: String, Sendable, Hashable, Codable, CaseIterable {
    // Vowels.
    case aa = "AA", ae = "AE", ah = "AH", ao = "AO", aw = "AW", ay = "AY", eh = "EH", er = "ER", ey = "EY"
    case ih = "IH", iy = "IY", ow = "OW", oy = "OY", uh = "UH", uw = "UW"
    // Consonants.
    case b = "B", ch = "CH", d = "D", dh = "DH", f = "F", g = "G", hh = "HH", jh = "JH", k = "K", l = "L"
    case m = "M", n = "N", ng = "NG", p = "P", r = "R", s = "S", sh = "SH", t = "T", th = "TH", v = "V"
    case w = "W", y = "Y", z = "Z", zh = "ZH"

    /// Whether it is a vowel, and so the nucleus of a syllable.
    public var isVowel: Bool {
        switch self {
        case .aa, .ae, .ah, .ao, .aw, .ay, .eh, .er, .ey, .ih, .iy, .ow, .oy, .uh, .uw: true
        default: false
        }
    }
}
