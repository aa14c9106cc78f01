/// The words of one part of speech.
struct WordNetPart: Sendable {
    /// More meanings than any word has; "break" has 59 as a verb.
    private static let limitSenses = 256

    /// What of a line is read first; few have more before their explanation.
    private static let usualLineBytes = 1 << 9
    /// The longest line of version 3.0 has 12,972 bytes.
    private static let limitLineBytes = 1 << 16

    let partOfSpeech: PartOfSpeech
    private let index: WordNetIndex
    private let exceptions: WordNetIndex
    private let data: WordNetFile

    /// Opens the three files of a part of speech.
    init(_ partOfSpeech: PartOfSpeech, folder: String) throws(WordNetError) {
        let name = partOfSpeech.fileName
        self.partOfSpeech = partOfSpeech
        index = try WordNetIndex(path: "\(folder)/index.\(name)")
        exceptions = try WordNetIndex(path: "\(folder)/\(name).exc")
        data = try WordNetFile(path: "\(folder)/data.\(name)")
    }

    /// The base forms that a word can be a form of, each with the places of its meanings: the word itself, and those in
    /// the list of exceptions or, where there are none, the first that the rules lead to.
    func baseForms(of word: [UInt8]) -> [(word: [UInt8], senses: [Int])] {
        var forms = [word]
        if var fields = exceptions.fields(of: word) {
            guard fields.skip(1) else { return [] }
            while let form = fields.next() { forms.append(Array(form)) }
        } else if let form = detached(word) {
            forms.append(form)
        }
        var found: [(word: [UInt8], senses: [Int])] = []
        for form in forms where !found.contains(where: { $0.word == form }) {
            let senses = senses(of: form)
            if !senses.isEmpty { found.append((form, senses)) }
        }
        return found
    }

    /// The meaning at a place, as far as it concerns a word; `nil` when none is there, its line is damaged or the word is
    /// not in it.
    func synset(at offset: Int, word: [UInt8]? = nil) -> WordNetSynset? {
        let line = data.bytes(at: offset, count: Self.usualLineBytes)
        if let synset = WordNetSynset(line, at: offset, word: word) { return synset }
        return WordNetSynset(data.bytes(at: offset, count: Self.limitLineBytes), at: offset, word: word)
    }

    private func detached(_ word: [UInt8]) -> [UInt8]? {
        // "Focus" and "pass" are no plurals.
        if partOfSpeech == .noun, word.count <= 2 || word.ends(with: "ss") { return nil }
        for (ending, replacement) in partOfSpeech.detachments where word.ends(with: ending) {
            let form = Array(word.dropLast(ending.utf8.count)) + Array(replacement.utf8)
            if !form.isEmpty, index.contains(form) { return form }
        }
        return nil
    }

    /// The places of a base form's meanings: `lemma pos synset_cnt p_cnt [symbol...] sense_cnt tagsense_cnt offset...`.
    private func senses(of word: [UInt8]) -> [Int] {
        guard var fields = index.fields(of: word), fields.skip(2), let count = fields.nextNumber(),
            count <= Self.limitSenses, let symbolCount = fields.nextNumber(), fields.skip(symbolCount),
            fields.skip(2)
        else { return [] }
        var senses: [Int] = []
        for _ in 0..<count {
            guard let offset = fields.nextNumber() else { return [] }
            senses.append(offset)
        }
        return senses
    }
}

extension [UInt8] {
    fileprivate func ends(with ending: String) -> Bool {
        count >= ending.utf8.count && suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
}
