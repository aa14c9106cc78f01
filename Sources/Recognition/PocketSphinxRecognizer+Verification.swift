import Speech

extension PocketSphinxRecognizer {
    /// The words of a piece of an utterance with the chance of each to be right.
    func words(in pcm: [Int16], time: TimeRange) throws(Decoder.Failure) -> [Word] {
        let tokens = try decoder.decode(pcm).compactMap { token in
            Self.name(of: token.text).map { (token: token, name: $0) }
        }
        guard !tokens.isEmpty else { return [] }
        var evidence = self.evidence(for: tokens)
        if decoder.hearsPhones {
            // The marks of silence and noise are no phones.
            let heard = try decoder.decodePhones(pcm).compactMap { token in
                Phone(rawValue: token.text).map { (phone: $0, middle: token.middle) }
            }
            for (place, word) in tokens.enumerated() {
                evidence[place].compare(with: heard, frames: word.token.frames)
            }
        }
        return zip(tokens, evidence).map { heard, evidence in
            let trust = WordTrust.probability(evidence)
            var word = Word(
                text: QuestionWords.word(of: heard.name), time: Self.time(of: heard.token, in: time),
                confidence: trust)
            // Filled pauses are judged by their sound elsewhere.
            word.isUncertain =
                decoder.hearsPhones && evidence.dependsOnContext && trust < WordTrust.leastOfDependent
                && !word.isFilledPause
            return word
        }
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

    private static func time(of token: Decoder.Token, in time: TimeRange) -> TimeRange {
        let rate = Double(Decoder.framesPerSecond)
        return TimeRange(
            startSeconds: min(time.endSeconds, time.startSeconds + Double(token.frames.lowerBound) / rate),
            endSeconds: min(time.endSeconds, time.startSeconds + Double(token.frames.upperBound) / rate))
    }
}
