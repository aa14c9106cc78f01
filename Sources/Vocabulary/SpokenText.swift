/// Turns a text as people write it into the words that are said, in the tokens of a recogniser: lower case, no
/// punctuation, numbers in words, terms of the lexicon as their one token.
///
/// ```swift
/// SpokenText(lexicon: lexicon).sentences(of: "We use CI/CD. It takes 200 ms!")
/// // [["we", "use", "ci/cd"], ["it", "takes", "two", "hundred", "milliseconds"]]
/// ```
///
/// No word is lost: one that neither the lexicon nor the dictionary knows is a token as it is, and so is an acronym.
/// Left out are only punctuation, pictures and the `https://www.` of an address, which nobody says.
public struct SpokenText: Sendable {
    private let lexicon: Lexicon
    private let words: CompoundText

    /// Speaks texts with the terms of a lexicon. `isKnown` tells whether the general dictionary has a word in lower case, so
    /// that words such as "well-known" and "McDonald" stay whole.
    public init(lexicon: Lexicon, isKnown: @escaping @Sendable (String) -> Bool = { _ in false }) {
        self.lexicon = lexicon
        words = CompoundText(lexicon: lexicon, isKnown: isKnown)
    }

    /// The words of each sentence of a text, in order; sentences without a word are left out.
    public func sentences(of text: String) -> [[String]] {
        tokens(of: text).map { $0.map(\.text) }
    }

    /// The words of each sentence with what they were written as, in order; sentences without a word are left out.
    ///
    /// A sentence ends at `.`, `!`, `?` or `…` before white space and where a new line begins, but not at a line that only goes
    /// on in lower case.
    public func tokens(of text: String) -> [[SpokenToken]] {
        let chunks = TextChunk.chunks(of: text).map { PeeledChunk($0, words: words) }
        var sentences: [[SpokenToken]] = []
        var sentence: [SpokenToken] = []
        var isStart = true
        var wasStart = true
        var place = 0
        while place < chunks.count {
            let chunk = chunks[place]
            if chunk.beginsLine || isStart {
                sentences.append(sentence)
                sentence = []
                isStart = true
            }
            let next = place + 1 < chunks.count && !chunks[place + 1].beginsLine ? chunks[place + 1] : nil
            let before = isStart ? nil : chunks[place - 1]
            let said = tokens(
                of: chunk, before: before, isAfterName: before.map { isName($0, isStart: wasStart) } ?? false,
                after: next)
            wasStart = isStart
            sentence += said.tokens
            // A bullet is not yet the start of what is said.
            isStart = chunk.endsSentence(before: next) || isStart && said.tokens.isEmpty
            place += 1
            if said.takesNext, let next {
                isStart = next.endsSentence(before: place + 1 < chunks.count ? chunks[place + 1] : nil)
                place += 1
            }
        }
        return (sentences + [sentence]).filter { !$0.isEmpty }
    }

    private func tokens(
        of chunk: PeeledChunk, before: PeeledChunk?, isAfterName: Bool, after: PeeledChunk?
    ) -> (tokens: [SpokenToken], takesNext: Bool) {
        if let whole = chunk.whole {
            return (whole.map { SpokenToken(text: $0, written: chunk.text) }, false)
        }
        let surroundings = NumberText.Surroundings(
            before: before?.text ?? "", after: chunk.isFollowed ? after?.text ?? "" : "",
            isAfterName: isAfterName)
        if let number = NumberText.read(chunk.core, in: surroundings) {
            return (number.words.map { SpokenToken(text: $0, written: chunk.text) }, number.takesNext)
        }
        return (
            compoundOfNumber(chunk, in: surroundings)
                ?? words.tokens(of: chunk.core, isLineStart: chunk.beginsLine),
            false
        )
    }

    /// A number with a word joined to it: "$10k/month", "5th-grade", "v1.2-beta"; `nil` for others.
    private func compoundOfNumber(
        _ chunk: PeeledChunk, in surroundings: NumberText.Surroundings
    ) -> [SpokenToken]? {
        let core = chunk.core
        let joint = core.indices.dropFirst().dropLast().first { place in
            "-/".contains(core[place]) && core[place + 1].isLetter
        }
        var own = surroundings
        own.after = ""
        guard let joint, let number = NumberText.read(Array(core[..<joint]), in: own) else { return nil }
        let said = number.words + (core[joint] == "/" ? ["per"] : [])
        return said.map { SpokenToken(text: $0, written: String(core[...joint])) }
            + words.tokens(of: Array(core[(joint + 1)...]), isLineStart: false)
    }

    /// Whether a number behind it is a version, as in "Python 3.11": a name of the lexicon, or a capital that is not there
    /// for the start of a sentence.
    private func isName(_ chunk: PeeledChunk, isStart: Bool) -> Bool {
        let text = chunk.text.lowercased()
        if ["version", "release"].contains(text) { return true }
        guard chunk.isFollowed, text != "i" else { return false }
        if let entry = lexicon.entries[text] { return entry.written.contains(where: \.isUppercase) }
        return chunk.text.contains(where: \.isUppercase) && !(isStart && words.isKnown(text))
    }
}
