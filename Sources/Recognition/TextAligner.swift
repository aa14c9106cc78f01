public import Speech
public import Vocabulary

/// Lays a known text onto a recording: when each word was said, where fillers stand, which words were not said.
///
/// ```swift
/// let aligner = try TextAligner()
/// let result = try await aligner.align(["hello", "world"], to: utterances, heard: transcript.segments)
/// ```
///
/// The text may come from anywhere: another recogniser, an edited transcript, a page that was read aloud. What a
/// recogniser heard tells roughly where in the text each utterance lies; a search through a grammar of those words then
/// finds each of them. Words in a row may be missing from the recording, and speech may be missing from the text.
///
/// The same audio and text always give the same result. Memory is that of one utterance and the text; utterances come
/// from `Segmenter`, whose limit keeps the grammars small.
public actor TextAligner {
    /// The thread of the search, so that it holds none of the pool's.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { queue.asUnownedSerialExecutor() }

    private let queue = SerialQueue(label: "viva.recognition.aligner")
    private let model: PocketSphinxModel
    private let lexicon: Lexicon
    private let spoken: SpokenText
    private let pronouncer: (any Pronouncer)?
    /// Hears phones alone: what every word is measured against.
    private var phoneDecoder: GrammarDecoder?
    /// The decoder of the text that was aligned last.
    private var decoder: GrammarDecoder?
    private var loaded: AlignmentLexicon?
    /// What was heard of utterances whose text is still to come, the last ones.
    private var sounds: [SoundsOfUtterance] = []
    /// Each takes a megabyte for a second.
    private static let mostSounds = 2

    /// An aligner with the acoustic model and dictionary of `model`.
    ///
    /// - Parameters:
    ///   - lexicon: Terms with their pronunciations, found as they are written: "PostgreSQL", "CI/CD".
    ///   - pronouncer: Says words that neither the dictionary nor the lexicon has.
    /// - Throws: `RecognitionError` when a file of the model is missing or bad.
    public init(
        model: PocketSphinxModel = .installed(), lexicon: Lexicon = Lexicon(),
        pronouncer: (any Pronouncer)? = nil
    ) throws(RecognitionError) {
        try model.validate()
        self.model = model
        self.lexicon = lexicon
        spoken = SpokenText(lexicon: lexicon)
        self.pronouncer = pronouncer
    }

    /// Lays a text onto the utterances of a recording.
    ///
    /// - Parameters:
    ///   - text: its words in order; punctuation around them does not matter.
    ///   - utterances: the recording's, in the order of time.
    ///   - heard: what a recogniser heard in each of them, right or wrong.
    /// - Throws: `RecognitionError` when the engine fails. A text that does not match is a result.
    public func align(
        _ text: [String], to utterances: [Utterance], heard: [Transcript.Segment]
    ) async throws(RecognitionError) -> AlignedText {
        precondition(utterances.count == heard.count, "what was heard belongs to the utterances")
        let plan = try await plan(text, heard: heard)
        var pieces: [AlignedPiece] = []
        for (number, utterance) in utterances.enumerated() {
            pieces.append(try align(plan, utterance: number, utterance))
        }
        return AlignedText(plan: plan, pieces: pieces)
    }

    /// Finds the exact times of words that were heard in one utterance, and the fillers between them.
    ///
    /// - Throws: `RecognitionError` when the engine fails.
    public func align(_ text: [String], to utterance: Utterance) async throws(RecognitionError) -> AlignedText
    {
        try await align([text], to: [utterance])[0]
    }

    /// Finds the exact times of words that were heard in utterances that follow one another, and the fillers between them: a
    /// text for each utterance. A word that was heard beside a cut may be found on its other side.
    ///
    /// - Throws: `RecognitionError` when the engine fails.
    public func align(
        _ heard: [[String]], to utterances: [Utterance]
    ) async throws(RecognitionError) -> [AlignedText] {
        precondition(utterances.count == heard.count, "what was heard belongs to the utterances")
        let text = heard.flatMap(\.self)
        let pieces = TextPlacement.pieces(counts: heard.map(\.count))
        // A text that was heard in this very recording lacks no long passages of it.
        let plan = TextPlan(text: text, lexicon: try await lexicon(text), pieces: pieces, longestSkip: 12)
        var found: [AlignedPiece] = []
        for (number, utterance) in utterances.enumerated() {
            found.append(
                heard[number].isEmpty ? AlignedPiece() : try align(plan, utterance: number, utterance))
        }
        return AlignedText.texts(plan: plan, pieces: found, counts: heard.map(\.count))
    }

    /// Makes a text ready: the first step for a recording whose audio is not kept.
    ///
    /// - Parameter heard: what a recogniser heard in each utterance, in the order of time.
    /// - Throws: `RecognitionError` when the dictionary or the pronouncer fails.
    public func plan(
        _ text: [String], heard: [Transcript.Segment]
    ) async throws(RecognitionError) -> TextPlan {
        let placement = TextPlacement(text: text.map(AlignmentLexicon.key), heard: heard)
        return TextPlan(text: text, lexicon: try await lexicon(text), pieces: placement.pieces)
    }

    /// Finds what an utterance holds of a text; utterances may come in any order, each as often as wanted.
    ///
    /// - Throws: `RecognitionError.decodingFailed` when the engine fails.
    public func align(
        _ plan: TextPlan, utterance number: Int, _ utterance: Utterance
    ) throws(RecognitionError) -> AlignedPiece {
        let audio = utterance.audio
        guard audio.time.durationSeconds >= PocketSphinxRecognizer.minimumUtteranceSeconds else {
            return AlignedPiece()
        }
        try load(plan.lexicon)
        do throws(Decoder.Failure) {
            let sounds = if let known = takeSounds(audio) { known } else { try hear(audio) }
            let plain = try piece(plan, number, WordGrammar.Weights(), sounds, audio.time)
            guard plain.otherShare > Self.doubtfulShare else { return plain }
            let other = try piece(plan, number, .forOtherSpeech, sounds, audio.time)
            return other.evidenceSeconds > plain.evidenceSeconds ? other : plain
        } catch {
            // Whatever state they are in, the next utterance is not to suffer from it.
            phoneDecoder = nil
            decoder = nil
            loaded = nil
            throw .decodingFailed(time: audio.time, reason: error.reason)
        }
    }

    /// Hears the sounds of an utterance whose text is still to come, so that `align` has less to do then. What fails here fails there.
    func listen(to utterance: Utterance) {
        let audio = utterance.audio
        guard audio.time.durationSeconds >= PocketSphinxRecognizer.minimumUtteranceSeconds,
            !sounds.contains(where: { $0.audio == audio }), (try? loadPhones()) != nil,
            let heard = try? hear(audio)
        else { return }
        sounds = sounds.suffix(Self.mostSounds - 1) + [heard]
    }

    private func hear(_ audio: AudioBuffer) throws(Decoder.Failure) -> SoundsOfUtterance {
        var conversion = PulseCodeModulation()
        let scores = try SoundScores()
        let phones = try phoneDecoder?.decode(
            conversion.convert(audio.samples), grammar: Self.phoneGrammar, keeping: scores)
        return SoundsOfUtterance(audio: audio, scores: scores, phones: phones ?? [])
    }

    private func takeSounds(_ audio: AudioBuffer) -> SoundsOfUtterance? {
        sounds.firstIndex { $0.audio == audio }.map { sounds.remove(at: $0) }
    }

    private func piece(
        _ plan: TextPlan, _ number: Int, _ weights: WordGrammar.Weights, _ sounds: SoundsOfUtterance,
        _ time: TimeRange
    ) throws(Decoder.Failure) -> AlignedPiece {
        let grammar = plan.grammar(plan.pieces[number], weights: weights)
        let path = try decoder?.decode(sounds.scores, grammar: grammar)
        return AlignedPiece(path: path ?? sounds.phones, phones: sounds.phones, audio: time)
    }

    private func loadPhones() throws(RecognitionError) {
        guard phoneDecoder == nil else { return }
        phoneDecoder = try AlignmentLexicon(pronunciations: []).decoder(model: model, searching: .audio)
    }

    private func load(_ lexicon: AlignmentLexicon) throws(RecognitionError) {
        try loadPhones()
        guard loaded != lexicon else { return }
        loaded = nil
        decoder = try lexicon.decoder(model: model, searching: .scores)
        loaded = lexicon
    }

    /// With a larger share of unknown speech, an utterance is searched a second time with that in mind.
    private static let doubtfulShare = 0.2

    /// Any phones in any order: what every word is measured against.
    private static let phoneGrammar: WordGrammar = {
        var weights = WordGrammar.Weights()
        weights.unknownPhone = -1
        return WordGrammar(words: [], phones: AlignmentLexicon.phones, weights: weights)
    }()

    /// How the words of a text are said: as the dictionary has them, and as what is read aloud for them ("42", "CI/CD",
    /// "well-kept").
    private func lexicon(_ text: [String]) async throws(RecognitionError) -> AlignmentLexicon {
        let keys = text.map(AlignmentLexicon.key)
        let parts = text.map { spoken.sentences(of: $0).flatMap(\.self) }
        let words = Set(keys + parts.flatMap(\.self))
        var known = try PronunciationDictionary(path: model.dictionaryPath).pronunciations(of: words)
        for word in words {
            guard let entry = lexicon.entries[word] else { continue }
            known[word] = entry.pronunciations + (known[word] ?? [])
        }
        try await pronounce(zip(keys, parts).filter { known[$0.0] == nil }.flatMap(\.1), in: &known)
        return AlignmentLexicon(
            pronunciations: zip(keys, parts).map { key, parts in
                guard !key.isEmpty else { return [] }
                return known[key] ?? AlignmentLexicon.joined(parts.map { known[$0] ?? [] })
            })
    }

    /// The ways to say each of some words; none for one that cannot be said.
    func pronunciations(of words: [String]) async throws(RecognitionError) -> [[Pronunciation]] {
        try await lexicon(words).pronunciations
    }

    /// The terms of what is known of an answer: its own, and those of the lexicon in its texts.
    func terms(of context: HearingContext) async throws(RecognitionError) -> TermsBySound {
        let texts = [context.question] + context.keyPoints + context.sampleAnswers
        let tokens = Set(texts.flatMap { spoken.sentences(of: $0).flatMap(\.self) }).filter {
            lexicon.entries[$0] != nil
        }
        let written = Set(
            tokens.map { [$0] }
                + context.terms.map { $0.split(separator: " ").map { AlignmentLexicon.key(String($0)) } }
        ).sorted { $0.lexicographicallyPrecedes($1) }
        let said = try await pronunciations(of: written.flatMap(\.self))
        var place = 0
        let terms = written.map { words in
            defer { place += words.count }
            return TermsBySound.Term(
                words: words,
                pronunciations: AlignmentLexicon.joined(Array(said[place..<place + words.count])))
        }
        return TermsBySound(terms) { [lexicon] in lexicon.entries[AlignmentLexicon.key($0)] != nil }
    }

    /// Has the pronouncer say the words that are not known.
    private func pronounce(
        _ words: [String], in known: inout [String: [Pronunciation]]
    ) async throws(RecognitionError) {
        let missing = Set(words).filter { known[$0] == nil }.sorted()
        for entry in try await InterviewModel.pronounced(missing, by: pronouncer) {
            known[entry.written] = entry.pronunciations.filter { !$0.phones.isEmpty }
        }
    }
}
