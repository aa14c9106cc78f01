package import Inference
public import Models
public import Speech

/// A Whisper model: a network that hears up to 30 seconds of speech at once and writes what it heard (Radford and others
/// 2022, "Robust Speech Recognition via Large-Scale Weak Supervision"). Its weights are shared by all who hear with it.
public struct WhisperModel: Sendable {
    /// The engine and model, for example `Whisper tiny.en`.
    public let name: String
    package let description: WhisperNetwork
    package let vocabulary: ByteLevelVocabulary
    private let spectrogram: MelSpectrogram
    private let encoder: WhisperEncoder
    private let search: WhisperSearch
    let tokens: SpecialTokens

    /// What a model wrote, and what it says of it.
    package struct Writing: Sendable {
        /// The likeliest text.
        package var text: String
        /// Its tokens.
        package var hypothesis: Hypothesis
        /// The chance that nothing was said, 0...1.
        package var noSpeechProbability: Float
    }

    /// Opens a model's weights and words.
    ///
    /// - Throws: `InferenceError` when they cannot be read or are not those of the description.
    package init(
        weights: String, vocabulary: String, description: WhisperNetwork, name: String = "Whisper"
    ) throws(InferenceError) {
        self.name = name
        let parts = try WhisperWeights(file: try WeightFile(path: weights), description: description)
        self.description = description
        self.vocabulary = try ByteLevelVocabulary(path: vocabulary)
        encoder = try WhisperEncoder(parts)
        spectrogram = MelSpectrogram(bands: description.melBinCount)
        tokens = SpecialTokens(description)
        search = WhisperSearch(
            decoder: try WhisperDecoder(parts), rules: TokenRules(description, tokens: tokens),
            tokens: tokens,
            limit: description.textPositionCount)
    }

    /// Opens an installed model.
    ///
    /// - Throws: `RecognitionError.modelInvalid` when it is no Whisper model or is damaged.
    public init(_ model: InstalledModel) throws(RecognitionError) {
        guard let whisper = model.description.whisper else {
            throw .modelInvalid(path: model.folder, reason: "it is no Whisper model")
        }
        do throws(InferenceError) {
            try self.init(
                weights: model.weightsPath, vocabulary: model.vocabularyPath,
                description: WhisperNetwork(whisper),
                name: "Whisper " + model.name.replacing(/^whisper-/, with: ""))
        } catch {
            throw .modelInvalid(path: error.path, reason: error.reason)
        }
    }

    /// What is heard in samples at 16 kHz, ready to be written down.
    package struct Heard: Sendable {
        let source: WhisperDecoder.Source
        /// The positions of the samples; silence follows them.
        let positionCount: Int
        /// Whether less silence follows than the model was taught with.
        let isShortened: Bool
    }

    /// How much silence the samples are followed by.
    package enum Reach: Sendable {
        /// As much as fills the window, as when the model was taught.
        case window
        /// A second, and as much as fills half of the window: less than half of the work, and mostly heard as well. With
        /// less silence texts go round in circles.
        case half
    }

    /// The most samples that are heard at once.
    package var windowSamples: Int { 2 * description.audioPositionCount * MelSpectrogram.hop }

    /// Listens to up to 30 seconds of samples at 16 kHz; what comes after them is not heard.
    package func hear(_ samples: [Float], reach: Reach = .window) -> Heard {
        hear(samples, reach: reach) { () throws(Never) in }
    }

    /// Listens to up to 30 seconds; what comes after them is not heard.
    ///
    /// - Parameters:
    ///   - samples: The samples at 16 kHz.
    ///   - reach: How much silence follows them.
    ///   - check: Is called now and then.
    /// - Throws: What `check` throws.
    package func hear<Failure: Error>(
        _ samples: [Float], reach: Reach, check: () throws(Failure) -> Void
    ) throws(Failure) -> Heard {
        let limit = windowSamples
        let frames = spectrogram(samples.count > limit ? Array(samples.prefix(limit)) : samples)
        let most = 2 * description.audioPositionCount
        let rows =
            switch reach {
            case .window: most
            case .half: min(most, max(most / 2, frames.rows + Self.leastSilenceFrames) / 2 * 2)
            }
        let padding = [Float](repeating: 0, count: (rows - frames.rows) * frames.columns)
        let padded = Matrix(rows: rows, columns: frames.columns, values: frames.values + padding)
        return Heard(
            source: search.decoder.source(try encoder(padded, check: check)),
            positionCount: max(1, (frames.rows + 1) / 2), isShortened: rows < most)
    }

    /// A second.
    private static let leastSilenceFrames = 100

    /// When each token of a text was said, and at last when it ended.
    func times(of tokens: [Int], in heard: Heard) -> TokenTimes {
        let heed = search.decoder.heed(
            opening + tokens, source: heard.source, heads: description.timingHeads, first: heard.positionCount
        )
        // The token before the text asks for its first one.
        return TokenTimes(heed: heed.map { $0.suffix(rows: tokens.count + 1) })
    }

    /// The tokens that begin a transcript.
    private var opening: [Int] {
        [tokens.start] + (tokens.english.map { [$0, tokens.transcribe] } ?? []) + [tokens.noTimestamps]
    }

    /// Writes down what was heard, with `most` tokens at most. Of the prompt, text as if it had been said before, the end
    /// counts most; tokens that are no text are left out.
    package func write(
        _ heard: Heard, prompt: [Int] = [], choice: WhisperSearch.Choice, most: Int = .max
    ) -> Writing {
        writing(search.find(heard.source, prompt: sequence(prompt), choice: choice, most: most))
    }

    /// Writes down what was heard, the likeliest token each time, quickly where the text begins like `draft`.
    func write(_ heard: Heard, prompt: [Int], draft: [Int], most: Int) -> Writing {
        writing(search.find(heard.source, prompt: sequence(prompt), draft: draft, most: most))
    }

    private func writing(_ finding: WhisperSearch.Finding) -> Writing {
        Writing(
            text: vocabulary.text(of: finding.best.tokens), hypothesis: finding.best,
            noSpeechProbability: finding.noSpeechProbability)
    }

    /// The tokens before the text.
    private func sequence(_ prompt: [Int]) -> [Int] {
        let text = prompt.filter { $0 >= 0 && $0 < tokens.end }.suffix(description.textPositionCount / 2 - 1)
        return (text.isEmpty ? [] : [tokens.previous] + text) + opening
    }
}
