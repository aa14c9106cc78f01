import Speech

extension PocketSphinxRecognizer {
    /// The words of a piece of an utterance with the chance of each to be right.
    func words(in pcm: [Int16], time: TimeRange) throws(Decoder.Failure) -> [Word] {
        let heard = heard(try decoder.decode(pcm))
        guard !heard.tokens.isEmpty else { return [] }
        let phones = decoder.hearsPhones ? HeardPhones(try decoder.decodePhones(pcm)) : nil
        return heard.words(verifiedBy: phones, in: time)
    }

    /// What the search for words found, with what it says of it.
    func heard(_ tokens: [Decoder.Token]) -> HeardWords {
        let named = tokens.compactMap { token in Self.name(of: token.text).map { (token: token, name: $0) } }
        return HeardWords(tokens: named, evidence: evidence(for: named))
    }

    /// What the search for words itself says of its words.
    private func evidence(for tokens: [(token: Decoder.Token, name: String)]) -> [WordEvidence] {
        var history = ["<s>"]
        return tokens.enumerated().map { place, heard in
            let probability = decoder.logProbabilities(of: heard.name, after: history)
            history.append(heard.name)
            return WordEvidence(
                posterior: heard.token.probability,
                posteriorAfter: place + 1 < tokens.count ? tokens[place + 1].token.probability : 1,
                frames: heard.token.frames.count,
                pronunciation: decoder.phones(of: heard.token.text) ?? Pronunciation([]),
                score: heard.token.acousticScore / Double(max(1, heard.token.frames.count)),
                raise: probability.all - probability.general)
        }
    }
}
