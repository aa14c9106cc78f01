import Speech

/// What a search for words found in a piece of an utterance.
struct HeardWords {
    /// Its words, without marks, each with its name in the models.
    var tokens: [(token: Decoder.Token, name: String)] = []
    /// What the search says of each of them.
    var evidence: [WordEvidence] = []

    /// The words with the chance of each to be right.
    ///
    /// - Parameters:
    ///   - phones: what is heard without knowing any word; `nil` for nothing.
    ///   - time: where the piece lies in the recording.
    func words(verifiedBy phones: HeardPhones?, in time: TimeRange) -> [Word] {
        zip(tokens, evidence).map { heard, evidence in
            var evidence = evidence
            if let phones { evidence.compare(with: phones.phones, frames: heard.token.frames) }
            let trust = WordTrust.probability(evidence)
            var word = Word(
                text: QuestionWords.word(of: heard.name), time: Self.time(of: heard.token, in: time),
                confidence: trust)
            // Filled pauses are judged by their sound elsewhere.
            word.isUncertain =
                phones != nil && evidence.dependsOnContext && trust < WordTrust.leastOfDependent
                && !word.isFilledPause
            return word
        }
    }

    private static func time(of token: Decoder.Token, in time: TimeRange) -> TimeRange {
        let rate = Double(Decoder.framesPerSecond)
        return TimeRange(
            startSeconds: min(time.endSeconds, time.startSeconds + Double(token.frames.lowerBound) / rate),
            endSeconds: min(time.endSeconds, time.startSeconds + Double(token.frames.upperBound) / rate))
    }
}
