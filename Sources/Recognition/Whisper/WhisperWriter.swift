import Inference
import Speech

/// Writes down an utterance, again where the first text cannot be believed.
struct WhisperWriter: Sendable {
    let model: WhisperModel
    let options: WhisperOptions

    /// What is written of some speech; `isDoubtful` when no attempt could be believed.
    struct Result: Sendable {
        var writing: WhisperModel.Writing
        var times: TokenTimes
        var isDoubtful: Bool
    }

    /// The text of up to 30 seconds; nil when nothing was said in them.
    ///
    /// - Parameter heard: What was heard of these samples already; with less silence than in a whole window, they are heard
    ///   again when the text cannot be believed.
    func write(
        _ samples: [Float], prompt: [Int], heard: WhisperModel.Heard? = nil
    ) -> Result? {
        guard samples.count >= MelSpectrogram.hop else { return nil }
        let most = mostTokens(samples)
        if let heard, heard.isShortened {
            let writing = model.write(heard, prompt: prompt, choice: .beam(options.beamWidth), most: most)
            if isBelieved(writing) { return result(writing, heard, isDoubtful: false) }
        }
        let heard = heard.flatMap { $0.isShortened ? nil : $0 } ?? model.hear(samples)
        var attempts: [WhisperModel.Writing] = []
        // The same audio gives the same text, by chance or not.
        let seed = samples.reduce(UInt64(samples.count)) { ($0 &* 31) &+ UInt64($1.bitPattern) }
        let choices =
            [WhisperSearch.Choice.beam(options.beamWidth)]
            + options.fallbackTemperatures.map { .sample(temperature: $0, texts: 1, seed: seed) }
        for choice in choices {
            let writing = model.write(heard, prompt: prompt, choice: choice, most: most)
            if isBelieved(writing) { return result(writing, heard, isDoubtful: false) }
            if attempts.isEmpty, saysNothing(writing) { return nil }
            attempts.append(writing)
        }
        let best = attempts.filter { Repetition.share(of: $0.hypothesis.tokens) <= options.mostRepetition }
            .max { $0.hypothesis.meanLogProbability < $1.hypothesis.meanLogProbability }
        return best.map { result($0, heard, isDoubtful: true) }
    }

    /// What is written, with its times.
    func result(
        _ writing: WhisperModel.Writing, _ heard: WhisperModel.Heard, isDoubtful: Bool
    ) -> Result {
        Result(
            writing: writing, times: model.times(of: writing.hypothesis.tokens, in: heard),
            isDoubtful: isDoubtful)
    }

    /// The text of samples for somebody who waits: the likeliest token each time, believed or not, of what is heard with
    /// little silence after them where that can be believed.
    ///
    /// - Parameters:
    ///   - draft: The tokens that it probably begins with.
    ///   - check: Is called now and then.
    /// - Throws: What `check` throws.
    func draft<Failure: Error>(
        _ samples: [Float], prompt: [Int], after draft: [Int] = [], check: () throws(Failure) -> Void
    ) throws(Failure) -> (writing: WhisperModel.Writing, heard: WhisperModel.Heard) {
        let most = mostTokens(samples)
        let heard = try model.hear(samples, reach: .half, check: check)
        let writing = model.write(heard, prompt: prompt, draft: draft, most: most)
        guard heard.isShortened, !isBelieved(writing) else { return (writing, heard) }
        let whole = try model.hear(samples, reach: .window, check: check)
        return (model.write(whole, prompt: prompt, draft: draft, most: most), whole)
    }

    /// The most tokens that are looked for in some speech.
    private func mostTokens(_ samples: [Float]) -> Int {
        let seconds = Double(samples.count) / Double(AudioBuffer.sampleRateHz)
        // No model takes more at once.
        return 12 + Int(max(0, min(10_000, seconds * options.tokensPerSecond)))
    }

    /// Whether a text can be believed.
    func isBelieved(_ writing: WhisperModel.Writing) -> Bool {
        writing.hypothesis.meanLogProbability >= options.leastMeanLogProbability
            && writing.hypothesis.endLogProbability != nil
            && Repetition.share(of: writing.hypothesis.tokens) <= options.mostRepetition
    }

    private func saysNothing(_ writing: WhisperModel.Writing) -> Bool {
        writing.noSpeechProbability > options.mostNoSpeechProbability
            && writing.hypothesis.meanLogProbability < options.leastMeanLogProbability
    }
}
