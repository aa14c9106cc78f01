import Speech

/// A recogniser that hears in every utterance the same words, spread over its length, or fails.
actor ScriptedRecognizer: Recognizer {
    nonisolated let name = "a script"
    private let words: [String]
    private let failsFrom: Int
    private(set) var utterances: [Utterance] = []
    /// How many utterances it began to hear.
    private(set) var begunCount = 0
    private(set) var previewedSamples = 0
    /// What it was told to expect, in order.
    private(set) var expectations: [HearingContext?] = []
    private let canExpect: Bool
    nonisolated let windowSeconds: Double
    /// How many utterances it was given at once.
    private(set) var batches: [Int] = []
    private nonisolated let quick: String?
    private let waitsForCancellation: Bool
    /// The utterances whose text it was asked for.
    private(set) var quickTexts: [Utterance] = []

    /// Fails at the utterance with the number `failsFrom`, counted from 0, and after it.
    init(
        words: [String], failsFrom: Int = .max, canExpect: Bool = true, windowSeconds: Double = 0,
        quickText: String? = nil, waitsForCancellation: Bool = false
    ) {
        self.waitsForCancellation = waitsForCancellation
        quick = quickText
        self.windowSeconds = windowSeconds
        self.canExpect = canExpect
        self.words = words
        self.failsFrom = failsFrom
    }

    func expect(_ context: HearingContext?) throws(RecognitionError) {
        guard canExpect || context == nil else {
            throw .engineFailed(engine: name, reason: "the script says so")
        }
        expectations.append(context)
    }

    func recognize(_ utterance: Utterance) async throws(RecognitionError) -> [Word] {
        begunCount += 1
        if waitsForCancellation { try? await Task.sleep(for: .seconds(3_600)) }
        guard utterances.count < failsFrom else {
            throw .decodingFailed(time: utterance.speech, reason: "the script says so")
        }
        utterances.append(utterance)
        let step = utterance.speech.durationSeconds / Double(max(1, words.count))
        return words.enumerated().map { index, text in
            let start = utterance.speech.startSeconds + Double(index) * step
            return Word(
                text: text, time: TimeRange(startSeconds: start, endSeconds: start + step), confidence: 0.9)
        }
    }

    func recognize(_ utterances: [Utterance]) async throws(RecognitionError) -> [[Word]] {
        batches.append(utterances.count)
        var words: [[Word]] = []
        for utterance in utterances { words.append(try await recognize(utterance)) }
        return words
    }

    nonisolated var hasQuickText: Bool { quick != nil }

    func quickText(of utterance: Utterance) throws(RecognitionError) -> String {
        quickTexts.append(utterance)
        return quick ?? ""
    }

    func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String {
        previewedSamples += audio.samples.count
        return words.first ?? ""
    }
}
