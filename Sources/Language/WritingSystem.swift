/// A writing system, as far as it says which language a text is in.
enum WritingSystem: Hashable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, bengali, thai, han, kana, hangul
    /// A system that one language above all is written in, by its code (ISO 639-1).
    case ofOne(String)

    /// The system of a letter; `nil` for figures, marks and systems that are not known here.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x590...0x5FF: self = .hebrew
        case 0x600...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0x980...0x9FF: self = .bengali
        case 0xE00...0xE7F: self = .thai
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7AF: self = .hangul
        case 0x3040...0x30FF: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2FA1F: self = .han
        default:
            guard let code = Self.ofOne.first(where: { $0.letters.contains(scalar.value) })?.code else {
                return nil
            }
            self = .ofOne(code)
        }
    }

    private static let ofOne: [(letters: ClosedRange<UInt32>, code: String)] = [
        (0x530...0x58F, "hy"), (0xA00...0xA7F, "pa"), (0xA80...0xAFF, "gu"), (0xB80...0xBFF, "ta"),
        (0xC00...0xC7F, "te"), (0xC80...0xCFF, "kn"), (0xD00...0xD7F, "ml"), (0xD80...0xDFF, "si"),
        (0xE80...0xEFF, "lo"), (0x1000...0x109F, "my"), (0x10A0...0x10FF, "ka"), (0x1200...0x137F, "am"),
        (0x1780...0x17FF, "km"),
    ]

    /// How many letters a word has on the average where no blanks part the words; `nil` where they do.
    var lettersPerWord: Double? {
        switch self {
        case .han, .kana: 2
        case .thai, .ofOne("lo"), .ofOne("my"), .ofOne("km"): 4
        default: nil
        }
    }
}
