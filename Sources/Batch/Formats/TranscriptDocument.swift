public import Delivery
import FoundationEssentials
import Speech

/// A transcript as JSON: everything that is known of one channel of a recording.
///
/// Times are seconds from the start of the recording, rounded to milliseconds. The same audio heard in the same way
/// gives the same document.
public struct TranscriptDocument: Sendable, Hashable, Codable {
    /// A word as heard.
    public struct Word: Sendable, Hashable, Codable {
        /// The word.
        public var text: String
        /// Where it begins, in seconds.
        public var start: Double
        /// Where it ends, in seconds.
        public var end: Double
        /// How sure the recogniser was, 0...1, on its own scale; absent when it did not say.
        public var confidence: Double?
        /// Whether it is a filled pause such as "um".
        public var filler: Bool
        /// `true` when it was probably heard only because it was expected; else absent.
        public var uncertain: Bool?
        /// How it was taken back, where it was: said again or begun again otherwise; else absent.
        public var disfluency: Disfluency.Kind?
    }

    /// Words that were taken back.
    public struct TakenBack: Sendable, Hashable, Codable {
        /// Said again or begun again otherwise.
        public var kind: Disfluency.Kind
        /// The words, as heard.
        public var text: String
        /// Where they begin, in seconds.
        public var start: Double
        /// Where they end, in seconds.
        public var end: Double
    }

    /// An utterance.
    public struct Utterance: Sendable, Hashable, Codable {
        /// Where it begins, in seconds.
        public var start: Double
        /// Where it ends, in seconds.
        public var end: Double
        /// Its text as people write it.
        public var text: String
    }

    /// The recording as the user named it.
    public var file: String
    /// The channel; absent when all were mixed.
    public var channel: String?
    /// How long the recording is, in seconds.
    public var durationSeconds: Double
    /// The text as people write it.
    public var text: String
    /// The text as heard.
    public var raw: String
    /// The words as heard.
    public var words: [Word]
    /// The utterances in which words were understood.
    public var utterances: [Utterance]
    /// The repetitions and restarts; absent when they were not looked for.
    public var disfluencies: [TakenBack]?
    /// Who heard it.
    public var recognizer: String
    /// The share of the words that are probably wrong, 0...1; absent when that is not known.
    public var expectedWordErrorRate: Double?
    /// The question that was answered; absent when none was given.
    public var question: String?
    /// What was wrong with the audio and how it was dealt with.
    public var warnings: [String]

    /// The document of a transcript.
    public init(_ transcript: WrittenTranscript) {
        file = transcript.file
        channel = transcript.channel
        durationSeconds = Self.rounded(transcript.durationSeconds, 1000)
        text = transcript.text
        raw = transcript.raw
        words = transcript.words.map { word in
            Word(
                text: word.text, start: Self.rounded(word.time.startSeconds, 1000),
                end: Self.rounded(word.time.endSeconds, 1000),
                confidence: word.confidence.map { Self.rounded($0, 10_000) }, filler: word.isFilledPause,
                uncertain: word.isUncertain ? true : nil)
        }
        utterances = transcript.utterances.map {
            Utterance(
                start: Self.rounded($0.time.startSeconds, 1000), end: Self.rounded($0.time.endSeconds, 1000),
                text: $0.text)
        }
        disfluencies = transcript.disfluencies?.map {
            TakenBack(
                kind: $0.kind, text: $0.text, start: Self.rounded($0.time.startSeconds, 1000),
                end: Self.rounded($0.time.endSeconds, 1000))
        }
        // A filled pause among words taken back was not taken back itself.
        for disfluency in transcript.disfluencies ?? [] {
            for place in disfluency.words where !words[place].filler {
                words[place].disfluency = disfluency.kind
            }
        }
        recognizer = transcript.recognizer
        expectedWordErrorRate = transcript.expectedWordErrorRate.map { Self.rounded($0, 10_000) }
        question = transcript.context?.question
        warnings = transcript.warnings
    }

    /// The document on one line, without a line end.
    public var line: String { encoded([.sortedKeys, .withoutEscapingSlashes]) }

    /// The document as a file, for people to read too.
    public var document: String { encoded([.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]) + "\n" }

    private func encoded(_ formatting: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        // Only a number that is not finite could fail, and `rounded` gives none.
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    private static func rounded(_ value: Double, _ scale: Double) -> Double {
        value.isFinite ? (value * scale).rounded() / scale : 0
    }
}
