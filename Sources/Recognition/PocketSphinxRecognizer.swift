import Foundation
public import Speech
import Vocabulary

/// Speech recognition by CMU PocketSphinx, offline, on a thread of its own.
///
/// ```swift
/// let recognizer = try PocketSphinxRecognizer()
/// let words = try await recognizer.recognize(utterance)
/// ```
///
/// One recogniser hears one recording at a time; calls from many tasks wait for each other. Two recognisers share
/// nothing and run side by side. The words of an utterance depend on its audio and on what is expected alone: every
/// utterance begins from the state of a fresh decoder, and the dither is seeded.
public actor PocketSphinxRecognizer: Recognizer {
    /// The longest piece that is decoded at once, in seconds; a longer utterance is cut at a quiet place, because the
    /// word lattice grows faster than the speech.
    public static let limitUtteranceSeconds = 30.0
    /// The shortest audio that is decoded, in seconds: less holds no word, and not enough frames for the features.
    public static let minimumUtteranceSeconds = 0.1

    /// The most words of a question that are given pronunciations.
    static let limitNewWords = 500
    /// With more words of questions in its dictionary a decoder is replaced by a new one.
    private static let limitAddedWords = 10_000

    /// The engine and model, for example `PocketSphinx 5prealpha, en-us`.
    public nonisolated let name: String
    /// The thread of the decoder, so that a long decode holds none of the pool's.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.pocketsphinx")
    var decoder: Decoder
    let model: PocketSphinxModel
    let options: PocketSphinxOptions
    private let interview: InterviewModel?
    /// What the next answer is about.
    private var context: HearingContext?
    /// The names of its new words in the dictionary.
    private var questionNames: [String: String] = [:]
    /// How often an expectation was asked for, so that one that was overtaken while it waited is dropped.
    private var expectations = 0
    /// The utterance that is being heard along; nil when none is open.
    var open: UtteranceAlong?

    /// Opens a decoder of a model, on the caller's thread: about a third of a second and 100 MB.
    ///
    /// - Parameter interview: What is expected of every answer; left out, nothing is, until `expect` says what.
    /// - Throws: `RecognitionError` when a file of the model is missing or bad, or the engine refuses it.
    public init(
        model: PocketSphinxModel = .installed(), options: PocketSphinxOptions = PocketSphinxOptions(),
        interview: InterviewModel? = nil
    ) throws(RecognitionError) {
        try model.validate()
        self.model = model
        self.interview = interview
        self.options = options
        do throws(Decoder.Failure) {
            decoder = try Self.decoder(model, options, interview)
        } catch {
            throw .engineFailed(engine: "PocketSphinx", reason: error.reason)
        }
        name = "PocketSphinx 5prealpha, \(model.name)"
    }

    private static func decoder(
        _ model: PocketSphinxModel, _ options: PocketSphinxOptions, _ interview: InterviewModel?
    ) throws(Decoder.Failure) -> Decoder {
        try Decoder.open(
            model: interview?.lightened(model) ?? model, options: options, interviewPath: interview?.path,
            entries: interview?.entries ?? [])
    }

    /// The share of words that the stock English model gets wrong in a recording whose words have this mean confidence:
    /// a straight line through recordings of read, prepared and spontaneous speech and synthetic voices, heard with and
    /// without a context (`Docs/Benchmarks.md`). It is steeper than the share of words that are not right among those
    /// heard, because where words are wrong others are missing too.
    public nonisolated func expectedWordErrorRate(meanConfidence: Double) -> Double? {
        min(max(1.622 - 1.786 * meanConfidence, 0.02), 1)
    }

    /// Expects the words of a question's answer from here on: its own language model is mixed with the general one and
    /// the interview's, and its new words get pronunciations. `nil` expects an interview in general again.
    ///
    /// An utterance that is being heard along is ended. When it is asked for again before it is ready, the last one counts.
    ///
    /// - Throws: `RecognitionError.engineFailed`; what was expected before is expected still.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        expectations += 1
        guard context != self.context else { return }
        let number = expectations
        let builder = interview ?? InterviewModel()
        let counts = context.map(builder.counts)
        let unknown = (counts?.vocabulary ?? []).filter { DecoderDictionary.isWord($0) && !decoder.knows($0) }
        let entries = try await builder.entries(for: unknown, model: model, limit: Self.limitNewWords)
        guard number == expectations else { return }
        do throws(Decoder.Failure) {
            try close()
            guard let counts, !counts.isEmpty else {
                try decoder.expect(question: nil, adding: [])
                self.context = context
                questionNames = [:]
                return
            }
            if decoder.addedWordCount > Self.limitAddedWords {
                decoder = try Self.decoder(model, options, interview)
            }
            let new = QuestionWords(entries, number: number)
            let file = try TemporaryFile(TrigramModel(counts).arpa(names: new.names))
            try decoder.expect(
                question: .init(path: file.path, words: counts.vocabulary, share: options.questionShare),
                adding: new.entries)
            self.context = context
            questionNames = new.names
        } catch {
            throw .engineFailed(engine: "PocketSphinx with a question's words", reason: error.reason)
        }
    }

    /// The words of a whole utterance, with times from the start of the recording that lie within its audio.
    ///
    /// - Throws: `RecognitionError.decodingFailed` when the engine fails. Audio that is empty, too short or silent gives
    ///   no words.
    public func recognize(_ utterance: Utterance) throws(RecognitionError) -> [Word] {
        let audio = utterance.audio
        do throws(Decoder.Failure) {
            try close()
            var words: [Word] = []
            for piece in QuietCut(limitSamples: AudioBuffer.sample(Self.limitUtteranceSeconds)).pieces(
                of: audio)
            where piece.time.durationSeconds >= Self.minimumUtteranceSeconds {
                var conversion = PulseCodeModulation()
                words += try self.words(in: conversion.convert(piece.samples), time: piece.time)
            }
            return words
        } catch {
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    /// How many syllables words have, as the decoder's dictionary has them; those of the question included.
    public func syllableCounts(of words: [String]) async -> [Int?] {
        words.map { decoder.phones(of: questionNames[$0] ?? $0)?.syllables }
    }

    /// The name of a word in the models, without its pronunciation mark; nil for the engine's marks of silence, noise and
    /// sentence edges.
    static func name(of token: String) -> String? {
        let isMark = token.hasPrefix("<") || token.hasPrefix("[") || token.hasPrefix("++")
        guard !isMark, !token.isEmpty else { return nil }
        guard token.hasSuffix(")"), let parenthesis = token.lastIndex(of: "("),
            parenthesis > token.startIndex,
            token[parenthesis...].dropFirst().dropLast().allSatisfy(\.isNumber)
        else { return token.lowercased() }
        return token[..<parenthesis].lowercased()
    }
}
