internal import Foundation

/// Cuts a text into words and signs as BERT's uncased models were taught them (`BertNormalizer` and `BertPreTokenizer` of
/// github.com/huggingface/tokenizers): control characters vanish, accents and capitals too, and Chinese characters and signs
/// stand for themselves.
enum TextNormalizer {
    /// The words and signs of a text in their order.
    static func words(of text: String) -> [NormalizedWord] {
        var words: [NormalizedWord] = []
        var word = NormalizedWord()
        func endWord() {
            if !word.scalars.isEmpty { words.append(word) }
            word = NormalizedWord()
        }
        for (place, character) in text.enumerated() {
            for scalar in character.unicodeScalars where !isRemoved(scalar) {
                if isSpace(scalar) {
                    endWord()
                    continue
                }
                let isIdeograph = isIdeograph(scalar)
                if isIdeograph { endWord() }
                for scalar in plain(scalar) {
                    if isSign(scalar) {
                        endWord()
                        word.append(scalar, character: place)
                        endWord()
                    } else {
                        word.append(scalar, character: place)
                    }
                }
                if isIdeograph { endWord() }
            }
        }
        endWord()
        return words
    }

    /// A scalar without accents and in lower case: usually one scalar, for Korean syllables several, for accents none.
    private static func plain(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        if scalar.isASCII { return Array(scalar.properties.lowercaseMapping.unicodeScalars) }
        return String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { $0.properties.generalCategory != .nonspacingMark }
            .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
    }

    /// Whether a scalar counts for nothing: what steers, what joins, what no one has assigned.
    private static func isRemoved(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": return false
        case "\u{FFFD}": return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse: true
        default: false
        }
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // All of ASCII's signs count, though to Unicode "$" and "+" are symbols and no punctuation.
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    /// Whether a scalar lies in one of the blocks of Chinese characters.
    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
            0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
            true
        default: false
        }
    }
}
