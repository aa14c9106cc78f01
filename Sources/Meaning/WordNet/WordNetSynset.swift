/// A meaning of a word: one line of a data file (wndb(5WN)), as far as it concerns the word.
///
///     00002325 29 v 01 respire 1 005 $ 00001740 v 0000 @ 02108377 v 0000 + 03110322 a 0101 ... | undergo ...
struct WordNetSynset {
    /// A synset of a part of speech, and where a word of it is meant, that word's number, counted from 1.
    struct Place {
        var part: PartOfSpeech
        var offset: Int
        var word = 0
    }

    /// The place of the word among those of the meaning, counted from 1.
    let number: Int
    /// The next wider meanings.
    let hypernyms: [Place]
    /// The words that are derived from this one, or that it is derived from.
    let derived: [Place]

    /// Reads the line that begins at `offset` of its file; `nil` when it is damaged or the word is not in it.
    ///
    /// - Parameter word: the word in lower case; without one, only the wider meanings are of interest.
    init?(_ line: [UInt8], at offset: Int, word: [UInt8]?) {
        var fields = WordNetFields(line)
        guard fields.nextNumber() == offset, fields.skip(2), let wordCount = fields.nextNumber(radix: 16)
        else {
            return nil
        }
        var number = 0
        for place in 1...max(wordCount, 1) {
            if let word, number == 0 {
                guard let isWord = fields.nextIs(word) else { return nil }
                if isWord { number = place }
            } else if !fields.skip(1) {
                return nil
            }
            guard fields.skip(1) else { return nil }
        }
        guard word == nil || number > 0, let pointerCount = fields.nextNumber() else { return nil }
        var hypernyms: [Place] = []
        var derived: [Place] = []
        for _ in 0..<pointerCount {
            guard let symbol = fields.nextByte() else { return nil }
            guard let relation = Relation(symbol: symbol) else {
                guard fields.skip(3) else { return nil }
                continue
            }
            guard let offset = fields.nextNumber(),
                let part = fields.nextByte().flatMap(PartOfSpeech.init(letter:)),
                let (source, target) = fields.nextPair()
            else { return nil }
            let place = Place(part: part, offset: offset, word: target)
            switch relation {
            case .hypernym: hypernyms.append(place)
            case .derived: if word != nil, source == 0 || source == number { derived.append(place) }
            }
        }
        self.number = number
        self.hypernyms = hypernyms
        self.derived = derived
    }

    private enum Relation {
        case hypernym, derived

        init?(symbol: UInt8) {
            switch symbol {
            // Also "@i", the kind of a single thing such as a person or a town.
            case UInt8(ascii: "@"): self = .hypernym
            // A derived form; what an adjective or adverb is made from; the verb of a participle.
            case UInt8(ascii: "+"), UInt8(ascii: "\\"), UInt8(ascii: "<"): self = .derived
            default: return nil
            }
        }
    }
}
