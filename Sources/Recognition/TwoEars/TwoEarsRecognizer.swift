public import Speech

/// Speech recognition by two ears: one that knows words well, such as Whisper, and PocketSphinx, which finds each of those
/// words in the sound.
///
/// ```swift
/// let recognizer = TwoEarsRecognizer(
///     words: WhisperRecognizer(model: model), aligner: try TextAligner(lexicon: lexicon)
/// ) { try PocketSphinxRecognizer() }
/// ```
/// The first ear gives the text; laid onto the audio it gets its times back, and the filled pauses that such ears leave
/// out. A word that is not in the sound is marked uncertain. When the first ear fails on an utterance, PocketSphinx hears
/// it alone, and `takeRemarks` says so.
public actor TwoEarsRecognizer: Recognizer {
    /// Both engines and models.
    public nonisolated let name: String

    /// An ear for words leaves filled pauses out.
    public nonisolated var mistakesFilledPauses: Bool { false }

    private let first: any Recognizer
    private let aligner: TextAligner
    private let makeSecond: @Sendable () async throws(RecognitionError) -> any Recognizer
    /// What hears alone when the first ear fails; made when it is first needed.
    private var second: (any Recognizer)?
    private var context: HearingContext?
    /// The terms that are expected; `nil` when none are.
    private var terms: TermsBySound?
    /// The utterances that the first ear failed on, since `takeRemarks`.
    private var failures: [RecognitionError] = []

    /// Two ears.
    ///
    /// - Parameters:
    ///   - words: The ear for the words.
    ///   - aligner: What finds them.
    ///   - alone: Makes what hears when `words` fails.
    public init(
        words: any Recognizer, aligner: TextAligner,
        alone: @escaping @Sendable () async throws(RecognitionError) -> any Recognizer
    ) {
        first = words
        self.aligner = aligner
        makeSecond = alone
        name = "\(words.name), laid onto the sound by PocketSphinx"
    }

    /// The share of words that are wrong where the words have this mean confidence: a straight line through the recordings
    /// of `Docs/Benchmarks.md`.
    public nonisolated func expectedWordErrorRate(meanConfidence: Double) -> Double? {
        FusedWords.expectedWordErrorRate(meanConfidence: meanConfidence)
    }

    /// Prepares the ear for the words, and the one that hears alone when it is there.
    ///
    /// - Throws: `RecognitionError` when one of them cannot be prepared; both hear as they did before.
    public func expect(_ context: HearingContext?) async throws(RecognitionError) {
        var expected: TermsBySound?
        if let context { expected = try await aligner.terms(of: context) }
        // It goes first, because it can be made again: what the ear for the words expects changes only when all went well.
        try await second?.expect(context)
        do throws(RecognitionError) { try await first.expect(context) } catch {
            // The next one that is made expects what was expected before.
            second = nil
            throw error
        }
        self.context = context
        terms = expected
    }

    /// What the ear for the words hears at once.
    public nonisolated var windowSeconds: Double { first.windowSeconds }

    /// The words of an utterance, each where it was found, and the filled pauses between them.
    ///
    /// - Throws: `RecognitionError` when the aligner fails, or both ears.
    public func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        try await recognize([utterance])[0]
    }

    /// The words of utterances, each where it was found, and the filled pauses between them.
    ///
    /// - Throws: `RecognitionError` when the aligner fails, or both ears.
    public func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        let first = first
        return try await hear(utterances) { () async throws(RecognitionError) in
            try await first.recognize(utterances)
        }
    }

    /// The words of an utterance for somebody who waits: its sounds are heard while the ear for the words listens.
    public func recognize(
        along utterance: Utterance, until endSample: Int
    ) async throws(RecognitionError) -> [Word] {
        let first = first
        async let sounds: Void = aligner.listen(to: utterance)
        let words: Result<[[Word]], RecognitionError>
        do throws(RecognitionError) {
            words = .success(
                try await hear([utterance]) { () async throws(RecognitionError) in
                    [try await first.recognize(along: utterance, until: endSample)]
                })
        } catch { words = .failure(error) }
        await sounds
        return try words.get()[0]
    }

    private func hear(
        _ utterances: [Utterance], by hear: () async throws(RecognitionError) -> [[Word]]
    ) async throws(RecognitionError) -> [[Word]] {
        var heard: [[Word]]
        do throws(RecognitionError) { heard = try await hear() } catch {
            if Task.isCancelled { throw error }
            let words = try await alone().recognize(utterances)
            failures += utterances.map { _ in error }
            return words
        }
        guard heard.contains(where: { !$0.isEmpty }) else { return heard }
        if let terms, !terms.isEmpty {
            for (number, words) in heard.enumerated() where !words.isEmpty {
                heard[number] = terms.restored(
                    words, pronunciations: try await aligner.pronunciations(of: words.map(\.text)))
            }
        }
        let aligned = try await aligner.align(heard.map { $0.map(\.text) }, to: utterances)
        var words = heard.flatMap(\.self)[...]
        return zip(utterances, aligned).map { utterance, aligned in
            defer { words = words.dropFirst(aligned.words.count) }
            let own = Array(words.prefix(aligned.words.count))
            return FusedWords(heard: own, aligned: aligned, speech: utterance.speech).words
        }
    }

    /// The text so far, of the ear for the words.
    public func preview(_ audio: AudioBuffer) async throws(RecognitionError) -> String {
        // A live text that fails is no loss: the words come when the utterance ends.
        (try? await first.preview(audio)) ?? ""
    }

    /// What the ear for the words makes of an utterance, before its words are found in the sound.
    public func quickText(of utterance: Utterance) async throws(RecognitionError) -> String {
        // The sounds are heard beside it: its words are placed in them next.
        Task { [aligner] in await aligner.listen(to: utterance) }
        // As with a preview: the words come.
        return (try? await first.quickText(of: utterance)) ?? ""
    }

    /// As with the ear for the words.
    public nonisolated var hasQuickText: Bool { first.hasQuickText }

    /// How many syllables words have, as the aligner has them said.
    public func syllableCounts(of words: [String]) async -> [Int?] {
        guard let ways = try? await aligner.pronunciations(of: words) else { return [] }
        return ways.map { $0.first?.syllables }
    }

    /// Which utterances were heard by PocketSphinx alone, and why.
    public func takeRemarks() async -> [String] {
        defer { failures = [] }
        let others = await first.takeRemarks()
        guard let reason = failures.first else { return others }
        let count = failures.count == 1 ? "one utterance" : "\(failures.count) utterances"
        return others + [
            "PocketSphinx alone heard \(count), because \(first.name) failed: \(reason)"
        ]
    }

    private func alone() async throws(RecognitionError) -> any Recognizer {
        if let second { return second }
        let made = try await makeSecond()
        try await made.expect(context)
        second = made
        return made
    }
}
