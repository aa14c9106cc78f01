public import Speech

/// Hearing an utterance while it is spoken.
extension PocketSphinxRecognizer {
    /// Takes the next audio of the utterance that is still being spoken and returns its text so far. Audio that does not follow the last
    /// begins another one, and `recognize` forgets it.
    public func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String {
        try hear(along: audio, after: nil).text
    }

    /// The same, with the means of the speech before an utterance that begins.
    ///
    /// - Returns: The text, and the means of the speech up to here; `nil` before there is enough of it.
    func hear(
        along audio: AudioBuffer, after means: CepstralMeans?
    ) throws(RecognitionError) -> (text: String, means: CepstralMeans?) {
        do throws(Decoder.Failure) {
            if open?.endSample != audio.startSample {
                try close()
                open = UtteranceAlong(startSample: audio.startSample, isKnown: means != nil)
            }
            try hear(open?.take(audio.samples) ?? [], after: means)
            let text = try textAlong().split(separator: " ").compactMap { Self.name(of: String($0)) }
                .map(QuestionWords.word).joined(separator: " ")
            return (text, open?.isBegun == true ? decoder.meansAlong : means)
        } catch {
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    /// What the search for words finds in an utterance of which some or all was heard along. The same audio gives the same, whether it
    /// was heard along or not.
    ///
    /// - Parameter means: those of the speech before it.
    func hearWords(
        along utterance: Utterance, after means: CepstralMeans?
    ) throws(RecognitionError) -> HeardWords {
        let audio = utterance.audio
        do throws(Decoder.Failure) {
            if open?.startSample != audio.startSample || audio.endSample < open?.endSample ?? 0 {
                guard audio.time.durationSeconds >= Self.minimumUtteranceSeconds else {
                    try close()
                    return HeardWords()
                }
                try close()
                open = UtteranceAlong(startSample: audio.startSample, isKnown: means != nil)
            }
            let given = (open?.endSample ?? 0) - audio.startSample
            try hear(open?.finish(audio.samples.dropFirst(given)) ?? [], after: means)
            let isBegun = open?.isBegun ?? false
            open = nil
            return isBegun ? heard(try decoder.endAlong()) : HeardWords()
        } catch {
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    private func hear(_ pieces: [[Int16]], after means: CepstralMeans?) throws(Decoder.Failure) {
        for piece in pieces {
            if open?.isBegun == false {
                try decoder.startAlong(means: means)
                open?.isBegun = true
            }
            try decoder.hearAlong(piece)
        }
    }

    /// The text of the open utterance so far.
    private func textAlong() throws(Decoder.Failure) -> String {
        if open?.isBegun == true { return decoder.textAlong }
        // Where the voice is not known yet, what there is of it is heard by itself, and again with more of it.
        guard let glimpse = open?.glimpse else { return "" }
        try decoder.startAlong(means: nil)
        try decoder.hearAlong(glimpse)
        let text = decoder.textAlong
        _ = try decoder.endAlong()
        return text
    }

    /// Forgets the utterance that is being heard along.
    func close() throws(Decoder.Failure) {
        guard let closing = open else { return }
        open = nil
        guard closing.isBegun else { return }
        _ = try decoder.endAlong()
    }

    /// What hears the phones of its utterances beside it; `nil` when words are not verified.
    func phoneEar() -> PhoneEar? {
        guard decoder.hearsPhones, let path = model.phoneModelPath else { return nil }
        return try? PhoneEar(model: model, phoneModelPath: path, options: options)
    }
}
