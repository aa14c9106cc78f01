import Speech

/// An answer made of spoken sentences and silences, all the pauses of which are known exactly.
struct MadeAnswer {
    /// How loud each sentence is: its root mean square in dB re 1.0.
    static let speechDBFS = -23.0
    /// How long the silence before the first sentence and after the last one is, in seconds.
    static let edgeSeconds = 0.5

    /// The samples at 16 kHz, without noise.
    let samples: [Float]
    /// Where the sentences lie.
    let speech: [TimeRange]
    /// All silences of 0.25 s and more between its first sound and its last, those inside sentences included.
    let pauses: [TimeRange]
    /// The silences between sentences that are shorter.
    let shortGaps: [TimeRange]

    /// Sentences at 16 kHz, freed of the silence around them, with silences between.
    init(sentences: [[Float]], gapsSeconds: [Double]) {
        let silences = TrueSilences(speechDBFS: Self.speechDBFS)
        var samples = [Float](repeating: 0, count: AudioBuffer.sample(Self.edgeSeconds))
        var speech: [TimeRange] = []
        for (number, sentence) in sentences.enumerated() {
            let start = AudioBuffer.seconds(samples.count)
            samples += silences.trimmed(SoundLevel.at(Self.speechDBFS, sentence))
            speech.append(TimeRange(startSeconds: start, endSeconds: AudioBuffer.seconds(samples.count)))
            let gap = number < gapsSeconds.count ? gapsSeconds[number] : Self.edgeSeconds
            samples += [Float](repeating: 0, count: AudioBuffer.sample(gap))
        }
        self.samples = samples
        self.speech = speech
        pauses = silences.ranges(in: samples, leastSeconds: Pauses.leastSeconds)
        shortGaps = zip(speech, speech.dropFirst()).map {
            TimeRange(startSeconds: $0.endSeconds, endSeconds: $1.startSeconds)
        }.filter { $0.durationSeconds < Pauses.leastSeconds }
    }

    /// A plan spoken by a voice.
    init(_ plan: MadeAnswerPlan, by voice: AnswerVoice, in folder: String) async throws {
        var sentences: [[Float]] = []
        for sentence in plan.sentences {
            sentences.append(
                try await voice.speak(sentence, rateWordsPerMinute: plan.rateWordsPerMinute, in: folder))
        }
        self.init(sentences: sentences, gapsSeconds: plan.gapsSeconds)
    }
}
