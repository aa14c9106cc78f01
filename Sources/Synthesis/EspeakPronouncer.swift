public import Speech

extension EspeakSynthesizer: Pronouncer {
    /// The most characters of a word that is said, and the most words of one request.
    static let limitWordCharacters = 60
    static let limitWords = 10_000

    /// The likely pronunciations of words in American English.
    ///
    /// A part without a vowel is spelled, `npm`, `Node.js`; signs inside a word divide it, `CI/CD`, and a plus or a sharp
    /// at its end is said, `C++`, `C#`.
    ///
    /// - Throws: `SynthesisError.engineFailed` when the engine does not start or has no American voice.
    public func pronunciations(of words: [String]) throws(SynthesisError) -> [[Pronunciation]] {
        guard !words.isEmpty else { return [] }
        let engine = try engine()
        guard let voice = InstalledVoice.named("en-us", among: engine.voices) else {
            throw .unknownVoice("en-us")
        }
        try choose(voice)
        return words.enumerated().map { index, word in
            index < Self.limitWords ? Self.pronunciations(of: word, engine: engine) : []
        }
    }

    private static func pronunciations(of word: String, engine: EspeakEngine) -> [Pronunciation] {
        // Of a letter that is not Latin the voice would say what kind of letter it is.
        let isLatin = word.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.value < 0x250 }
        guard isLatin, word.count <= limitWordCharacters else { return [] }
        var ways: [[Phone]] = [[]]
        for part in parts(of: word) {
            let said = pronunciations(ofPart: part, engine: engine)
            guard !said.isEmpty else { return [] }
            // The second way of each part follows the second of the others: all combinations would be too many.
            ways = (0..<max(ways.count, said.count)).map { number in
                ways[min(number, ways.count - 1)] + said[min(number, said.count - 1)].phones
            }
        }
        return ways.filter { !$0.isEmpty }.map(Pronunciation.init)
    }

    private static func pronunciations(ofPart part: String, engine: EspeakEngine) -> [Pronunciation] {
        if LetterNames.mustSpell(part), let spelled = LetterNames.pronunciation(of: part) { return [spelled] }
        return PhonemeMapping().pronunciations(of: engine.phonemes(of: part))
    }

    /// The parts of a word that are said one after the other: runs of letters and apostrophes, runs of digits, and the
    /// words for `+`, `#` and `&`.
    private static func parts(of word: String) -> [String] {
        var parts: [String] = []
        var isOpen = false
        for character in word {
            let isDigit = character.isASCII && character.isNumber
            if let name = [Character("+"): "plus", "#": "sharp", "&": "and"][character] {
                parts.append(name)
                isOpen = false
            } else if character.isLetter || isDigit || (character == "'" && isOpen) {
                let continues = isOpen && (parts.last?.last?.isNumber == true) == isDigit
                if continues {
                    parts[parts.count - 1].append(character)
                } else {
                    parts.append(String(character))
                }
                isOpen = true
            } else {
                isOpen = false
            }
        }
        return parts
    }
}
