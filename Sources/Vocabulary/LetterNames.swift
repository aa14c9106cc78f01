public import Speech

/// How the letters of the alphabet are called in American English.
public enum LetterNames {
    /// The name of a letter, upper or lower case; `nil` for a character that is no letter of the English alphabet.
    public static func pronunciation(of letter: Character) -> Pronunciation? {
        names[Character(letter.uppercased())]
    }

    private static let names: [Character: Pronunciation] = {
        let written: [Character: String] = [
            "A": "EY", "B": "B IY", "C": "S IY", "D": "D IY", "E": "IY", "F": "EH F", "G": "JH IY",
            "H": "EY CH", "I": "AY", "J": "JH EY", "K": "K EY", "L": "EH L", "M": "EH M", "N": "EH N",
            "O": "OW", "P": "P IY", "Q": "K Y UW", "R": "AA R", "S": "EH S", "T": "T IY", "U": "Y UW",
            "V": "V IY", "W": "D AH B AH L Y UW", "X": "EH K S", "Y": "W AY", "Z": "Z IY",
        ]
        return written.compactMapValues { Pronunciation($0) }
    }()
}
