public import Speech

/// Speech recognition by CMU PocketSphinx, offline, on a thread of its own.
///
/// ```swift
/// let recognizer = try PocketSphinxRecognizer()
/// let words = try await recognizer.recognize(utterance)
/// ```
///
/// One recogniser hears one recording at a time; calls from many tasks wait for each other. Two recognisers share
/// nothing and run side by side. The words of an utterance depend on its audio alone: every utterance begins from the
/// state of a fresh decoder, and the dither is seeded.
public actor PocketSphinxRecognizer: Recognizer {
    /// The longest piece that is decoded at once, in seconds; a longer utterance is cut at a quiet place, because the
    /// word lattice grows faster than the speech.
    public static let limitUtteranceSeconds = 30.0
    /// The shortest audio that is decoded, in seconds: less holds no word, and not enough frames for the features.
    public static let minimumUtteranceSeconds = 0.1

    /// The engine and model, for example `PocketSphinx 5prealpha, en-us`.
    public nonisolated let name: String
    /// The thread of the decoder, so that a long decode holds none of the pool's.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.pocketsphinx")
    private let decoder: Decoder
    /// The samples of the utterance that is being previewed; nil when none is open.
    private var openPreview: PulseCodeModulation?

    /// Opens a decoder of a model, on the caller's thread: about a third of a second and 100 MB.
    ///
    /// - Throws: `RecognitionError` when a file of the model is missing or bad, or the engine refuses it.
    public init(
        model: PocketSphinxModel = .installed(), options: PocketSphinxOptions = PocketSphinxOptions()
    ) throws(RecognitionError) {
        try model.validate()
        do throws(Decoder.Failure) {
            decoder = try Decoder(model: model, options: options)
        } catch {
            throw .engineFailed(engine: "PocketSphinx", reason: error.reason)
        }
        name = "PocketSphinx 5prealpha, \(model.name)"
    }

    /// The share of words that the stock English model gets wrong in a recording whose words have this mean confidence:
    /// a straight line through 110 recordings of read, prepared and spontaneous speech and synthetic voices, 3,149 words
    /// (`Docs/Benchmarks.md`). It speaks of recordings, not of single words.
    public nonisolated func expectedWordErrorRate(meanConfidence: Double) -> Double? {
        min(max(1.12 - 1.22 * meanConfidence, 0.02), 1)
    }

    /// The words of a whole utterance, with times from the start of the recording that lie within its audio.
    ///
    /// - Throws: `RecognitionError.decodingFailed` when the engine fails. Audio that is empty, too short or silent gives
    ///   no words.
    public func recognize(_ utterance: Utterance) throws(RecognitionError) -> [Word] {
        let audio = utterance.audio
        do throws(Decoder.Failure) {
            try closePreview()
            var words: [Word] = []
            for piece in QuietCut(limitSamples: AudioBuffer.sample(Self.limitUtteranceSeconds)).pieces(
                of: audio)
            where piece.time.durationSeconds >= Self.minimumUtteranceSeconds {
                var conversion = PulseCodeModulation()
                let tokens = try decoder.decode(conversion.convert(piece.samples))
                words += tokens.compactMap { Self.word($0, in: piece.time) }
            }
            return words
        } catch {
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    /// Takes the next audio of the utterance that is still being spoken and returns its text so far; the next
    /// `recognize` forgets it.
    public func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String {
        do throws(Decoder.Failure) {
            if openPreview == nil {
                try decoder.startPreview()
                openPreview = PulseCodeModulation()
            }
            guard var conversion = openPreview, !audio.samples.isEmpty else { return "" }
            let text = try decoder.preview(conversion.convert(audio.samples))
            openPreview = conversion
            return text.split(separator: " ").compactMap { Self.spelling(String($0)) }.joined(separator: " ")
        } catch {
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    private func closePreview() throws(Decoder.Failure) {
        guard openPreview != nil else { return }
        openPreview = nil
        try decoder.endPreview()
    }

    private static func word(_ token: Decoder.Token, in time: TimeRange) -> Word? {
        guard let text = spelling(token.text) else { return nil }
        let rate = Double(Decoder.framesPerSecond)
        let start = min(time.endSeconds, time.startSeconds + Double(token.frames.lowerBound) / rate)
        let end = min(time.endSeconds, time.startSeconds + Double(token.frames.upperBound) / rate)
        return Word(
            text: text, time: TimeRange(startSeconds: start, endSeconds: end),
            confidence: min(1, max(0, token.probability)))
    }

    /// The word without its pronunciation mark; nil for the engine's marks of silence, noise and sentence edges.
    private static func spelling(_ token: String) -> String? {
        let isMark = token.hasPrefix("<") || token.hasPrefix("[") || token.hasPrefix("++")
        guard !isMark, !token.isEmpty else { return nil }
        guard token.hasSuffix(")"), let parenthesis = token.lastIndex(of: "("), parenthesis > token.startIndex
        else { return token.lowercased() }
        return token[..<parenthesis].lowercased()
    }
}
