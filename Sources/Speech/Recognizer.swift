/// Turns utterances into words.
///
/// One recogniser hears one recording at a time. What is heard depends on the audio that is given at once, never on what
/// was decoded before it.
public protocol Recognizer: Sendable {
    /// The engine and model, as a reader of a transcript should see them.
    var name: String { get }

    /// Prepares for an answer about which something is known; `nil` forgets what was known before. It stands for all
    /// utterances until the next call.
    ///
    /// - Throws: `RecognitionError` when the engine cannot be prepared; it then hears as it did before.
    func expect(_ context: HearingContext?) async throws(RecognitionError)

    /// The words of a whole utterance, in the order of time, with times from the start of the recording.
    ///
    /// - Throws: `RecognitionError` when the engine fails; an utterance in which nothing is understood gives no
    ///   words and is not an error.
    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word]

    /// How much audio it hears at once, in seconds: utterances of a file are given to it together up to this length. 0 when it
    /// hears each by itself.
    var windowSeconds: Double { get }

    /// The words of utterances that follow one another in a recording: for each of them what `recognize` gives, except that
    /// its words may depend on the others' audio.
    ///
    /// - Throws: `RecognitionError` when the engine fails on one of them.
    func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]]

    /// Takes the next audio of the utterance that is still being spoken and returns its text so far.
    ///
    /// The next call of `recognize` ends that utterance, and the call after it begins a new one; with `hasQuickText`, audio
    /// that does not follow the last does.
    func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String

    /// Whether it has the text of an utterance sooner than its words. Such a recogniser makes previews of one utterance while
    /// it hears another, and its previews end when their task is cancelled.
    var hasQuickText: Bool { get }

    /// The text of an utterance that seems to be over, at once and roughly, for a person who waits; `recognize` hears it
    /// thoroughly. Without `hasQuickText`, no text.
    func quickText(of utterance: Utterance) async throws(RecognitionError) -> String

    /// Whether it hears an utterance along with its previews, so that most of the work is done when it is over: then
    /// `recognize(along:until:)` gives its words. Such a recogniser makes previews of one utterance while it ends another, and audio that
    /// does not follow the last begins a new one.
    var hearsAlong: Bool { get }

    /// The words of an utterance that was previewed, all or a part of it; they may differ from those of `recognize`, and depend on the
    /// audio that is given here alone.
    ///
    /// - Parameters:
    ///   - utterance: its audio goes from its start to where it was previewed, which may be beyond its end.
    ///   - endSample: its end; words after it are left out.
    /// - Throws: `RecognitionError` when the engine fails.
    func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word]

    /// Whether it takes filled pauses for words, as recognisers do that know no others: then one may hide under a short word.
    var mistakesFilledPauses: Bool { get }

    /// How the utterances since the last call were heard otherwise than `name` says, in sentences; none when all were heard
    /// as it says.
    func takeRemarks() async -> [String]

    /// How many syllables each of some words has as a dictionary pronounces it; `nil` for one that is not known there. Empty when it
    /// has no dictionary.
    func syllableCounts(of words: [String]) async -> [Int?]

    /// The share of the words, 0...1, that are probably wrong in a recording whose words have this mean confidence,
    /// as measured on recordings whose words are known; `nil` when it was not measured.
    func expectedWordErrorRate(meanConfidence: Double) -> Double?
}

extension Recognizer {
    /// A recogniser that cannot use what is known hears without it.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {}

    /// Most recognisers have one pace.
    public var hasQuickText: Bool { false }

    /// Most recognisers have one pace.
    public func quickText(of utterance: Utterance) async throws(RecognitionError) -> String { "" }

    /// Most recognisers hear an utterance when it is over.
    public var hearsAlong: Bool { false }

    /// As it hears any utterance.
    public func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        var whole = utterance
        let count = max(0, endSample - whole.audio.startSample)
        whole.audio.samples.removeLast(max(0, whole.audio.samples.count - count))
        return try await recognize(whole)
    }

    /// Most recognisers hear one utterance after the other.
    public var windowSeconds: Double { 0 }

    /// One after the other.
    public func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        var words: [[Word]] = []
        for utterance in utterances { words.append(try await recognize(utterance)) }
        return words
    }

    /// Most recognisers write a word for every sound.
    public var mistakesFilledPauses: Bool { true }

    /// Most recognisers hear as they say or fail.
    public func takeRemarks() async -> [String] { [] }

    /// Most recognisers have no dictionary.
    public func syllableCounts(of words: [String]) async -> [Int?] { [] }

    /// Nothing is known of a recogniser that was not measured.
    public func expectedWordErrorRate(meanConfidence: Double) -> Double? { nil }

    /// What was heard in a recording, with how much of it is probably wrong.
    ///
    /// - Parameter remarks: What this recogniser, and others like it, had to say.
    package func transcript(of segments: [Transcript.Segment], remarks: [String] = []) -> Transcript {
        let confidences = segments.flatMap(\.words).compactMap(\.confidence)
        let mean = confidences.isEmpty ? nil : confidences.reduce(0, +) / Double(confidences.count)
        return Transcript(
            segments: segments, recognizer: name,
            expectedWordErrorRate: mean.flatMap { expectedWordErrorRate(meanConfidence: $0) },
            remarks: remarks)
    }
}
