public import Speech

/// PocketSphinx for somebody who speaks: two recognisers take turns with the utterances, so that one ends an utterance while the
/// other hears the next one, and a third hears phones beside them.
///
/// ```swift
/// let recognizer = LivePocketSphinx(try make(), second: make)
/// let text = try await recognizer.preview(audio)
/// let words = try await recognizer.recognize(along: utterance, until: utterance.audio.endSample)
/// ```
/// A recording that is there already is heard by the first alone; the others are made when they are first needed.
public actor LivePocketSphinx: Recognizer {
    /// As with the first.
    public nonisolated let name: String

    private let first: PocketSphinxRecognizer
    private let makeSecond: @Sendable () async throws(RecognitionError) -> PocketSphinxRecognizer
    private var second: Task<PocketSphinxRecognizer?, Never>?
    private var phones: Task<PhoneEar?, Never>?
    private var context: HearingContext?

    /// One of the two.
    private enum Turn: CaseIterable { case first, second }
    /// An utterance that is being heard along.
    private struct Open {
        var turn: Turn
        var startSample: Int
        /// Up to where it was given.
        var endSample: Int
        /// The means of the speech before it.
        var earlier: CepstralMeans?
    }
    private var open: Open?
    /// The means of all speech of the recording that was heard along.
    private var means: CepstralMeans?
    /// Up to where that is.
    private var heardSample = 0
    /// Who is ending an utterance.
    private var ending: Set<Turn> = []
    /// Who waits for one of the two.
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// Two recognisers of which the second is made when somebody begins to speak.
    public init(
        _ first: PocketSphinxRecognizer,
        second: @escaping @Sendable () async throws(RecognitionError) -> PocketSphinxRecognizer
    ) {
        self.first = first
        name = first.name
        makeSecond = second
    }

    /// As with the first.
    public nonisolated func expectedWordErrorRate(meanConfidence: Double) -> Double? {
        first.expectedWordErrorRate(meanConfidence: meanConfidence)
    }

    /// Prepares all that is there.
    ///
    /// - Throws: `RecognitionError`; what was expected before is expected still.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        (open, means) = (nil, nil)
        try await first.expect(context)
        let earlier = self.context
        self.context = context
        do throws(RecognitionError) { try await second?.value?.expect(context) } catch {
            self.context = earlier
            try? await first.expect(earlier)
            throw error
        }
    }

    /// The words of an utterance, as `PocketSphinxRecognizer` hears them.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        (open, means) = (nil, nil)
        return try await first.recognize(utterance)
    }

    /// As with the first.
    public func syllableCounts(of words: [String]) async -> [Int?] { await first.syllableCounts(of: words) }

    /// It does.
    public nonisolated var hearsAlong: Bool { true }

    /// The text so far; audio that does not follow the last begins another utterance.
    public func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        makeOthers()
        if open?.endSample != audio.startSample {
            // Audio from further ahead is of another recording.
            if audio.startSample < heardSample - Self.limitOverlapSamples { means = nil }
            open = Open(
                turn: await free(), startSample: audio.startSample, endSample: audio.startSample,
                earlier: means)
        }
        guard let open else { return "" }
        self.open?.endSample = audio.endSample
        heardSample = audio.endSample
        let heard = try await recognizer(open.turn).hear(along: audio, after: open.earlier)
        means = heard.means
        return heard.text
    }

    /// What was heard beyond the end of an utterance is heard again with the next one; no utterance is longer.
    private static let limitOverlapSamples = 15 * AudioBuffer.sampleRateHz

    /// The words of an utterance, most of whose work was done when it was previewed. They depend on its audio, on that of the
    /// utterances that were previewed before it and on what is expected.
    public func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        makeOthers()
        let (turn, earlier): (Turn, CepstralMeans?)
        if let open, open.startSample == utterance.audio.startSample {
            (turn, earlier) = (open.turn, open.earlier)
            self.open = nil
        } else {
            (turn, earlier) = (await free(), means)
        }
        ending.insert(turn)
        defer { end(turn) }
        async let phones = self.phones?.value?.hear(utterance)
        let recognizer = await recognizer(turn)
        let words = try await recognizer.hearWords(along: utterance, after: earlier)
        let heard: HeardPhones?
        do { heard = try await phones } catch {
            throw error as? RecognitionError
                ?? .decodingFailed(time: utterance.audio.time, reason: "its phones were not heard")
        }
        let limit = AudioBuffer.seconds(endSample)
        return words.words(verifiedBy: heard, in: utterance.audio.time).filter { word in
            (word.time.startSeconds + word.time.endSeconds) / 2 < limit
        }
    }

    /// One that is free, when one is.
    private func free() async -> Turn {
        while true {
            let busy = ending.union(open.map { [$0.turn] } ?? [])
            if let turn = Turn.allCases.first(where: { !busy.contains($0) }) { return turn }
            // An utterance that nobody ends is given up for the next one.
            if let open, !ending.contains(open.turn) { return open.turn }
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    private func end(_ turn: Turn) {
        ending.remove(turn)
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    /// The one whose turn it is; the first when there is no other.
    private func recognizer(_ turn: Turn) async -> PocketSphinxRecognizer {
        guard turn == .second, let second = await second?.value else { return first }
        return second
    }

    private func makeOthers() {
        guard second == nil else { return }
        second = Task { [context, makeSecond] in
            guard let made = try? await makeSecond(), (try? await made.expect(context)) != nil else {
                return nil
            }
            return made
        }
        phones = Task { [first] in await first.phoneEar() }
    }
}
