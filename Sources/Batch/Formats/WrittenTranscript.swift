public import Delivery
public import Speech
public import Vocabulary

/// What was heard in one channel of a recording, ready to be written in any format.
///
/// The times of its words are in order: none is negative or beyond the end of the recording, and no word begins before
/// the one before it has ended.
public struct WrittenTranscript: Sendable, Hashable {
    /// A piece of text with its place in the recording.
    public struct Piece: Sendable, Hashable {
        /// The text, punctuation included.
        public var text: String
        /// Where its words lie.
        public var time: TimeRange
        /// The utterance it begins in.
        public var utterance: Int
    }

    /// One utterance.
    public struct Utterance: Sendable, Hashable {
        /// Where it lies in the recording.
        public var time: TimeRange
        /// Its text as people write it.
        public var text: String
    }

    /// The recording as the user named it.
    public var file: String
    /// Which channel was heard; `nil` when all were mixed.
    public var channel: String?
    /// The number of that channel, counted from 1; 1 for a mix.
    public var channelNumber: Int
    /// How long the recording is, in seconds.
    public var durationSeconds: Double
    /// Who heard it.
    public var recognizer: String
    /// The share of the words that are probably wrong, 0...1; `nil` when it was not measured for the recogniser.
    public var expectedWordErrorRate: Double?
    /// What was known of the answer.
    public var context: HearingContext?
    /// What was wrong with the audio.
    public var warnings: [String]
    /// The words as heard.
    public let words: [Word]
    /// The text as people write it.
    public let pieces: [Piece]
    /// The utterances in which words were understood.
    public let utterances: [Utterance]
    /// The repetitions and restarts, placed like the words; `nil` when they were not looked for.
    public let disfluencies: [Disfluency]?

    /// The transcript of one channel, written by `wording`. `disfluencies` are those of the whole transcript's words.
    public init(
        file: String, channel: String? = nil, channelNumber: Int = 1, durationSeconds: Double,
        transcript: Transcript, wording: Wording = .asHeard, context: HearingContext? = nil,
        warnings: [String] = [], disfluencies: [Disfluency]? = nil
    ) {
        self.file = file
        self.channel = channel
        self.channelNumber = channelNumber
        self.durationSeconds = durationSeconds.isFinite ? max(0, durationSeconds) : 0
        recognizer = transcript.recognizer
        expectedWordErrorRate = transcript.expectedWordErrorRate
        self.context = context
        self.warnings = warnings

        let limit = self.durationSeconds
        var timeline = Timeline(limitSeconds: limit)
        let words = transcript.words.map { word in
            var word = word
            word.time = timeline.place(word.time)
            return word
        }
        let segments = transcript.segments.filter { !$0.words.isEmpty }
        let owners = segments.enumerated().flatMap { index, segment in segment.words.map { _ in index } }
        let pieces: [Piece] = wording.pieces(of: segments).compactMap { piece in
            let range = piece.words.clamped(to: words.indices)
            guard let first = range.first, let last = range.last, !piece.text.isEmpty else { return nil }
            let time = TimeRange(
                startSeconds: words[first].time.startSeconds, endSeconds: words[last].time.endSeconds)
            return Piece(text: piece.text, time: time, utterance: owners[first])
        }
        var texts = [[String]](repeating: [], count: segments.count)
        for piece in pieces { texts[piece.utterance].append(piece.text) }
        var utteranceLine = Timeline(limitSeconds: limit)
        utterances = zip(segments, texts).compactMap { segment, texts in
            let time = utteranceLine.place(segment.time)
            return texts.isEmpty ? nil : Utterance(time: time, text: texts.joined(separator: " "))
        }
        self.words = words
        self.pieces = pieces
        self.disfluencies = disfluencies?.compactMap { $0.placed(among: words) }
    }

    /// The text as people write it.
    public var text: String { pieces.map(\.text).joined(separator: " ") }
    /// The text as heard.
    public var raw: String { words.map(\.text).joined(separator: " ") }
}

extension Disfluency {
    /// The same with the times of `words`; `nil` when they do not hold its words.
    fileprivate func placed(among words: [Word]) -> Disfluency? {
        guard let first = self.words.first, let last = self.words.last, first >= 0, last < words.count else {
            return nil
        }
        var placed = self
        placed.time = TimeRange(
            startSeconds: words[first].time.startSeconds, endSeconds: words[last].time.endSeconds)
        return placed
    }
}
