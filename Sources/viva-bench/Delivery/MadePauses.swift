import Speech

/// How well the pauses of made answers are found, clean and in noise.
struct MadePauses {
    /// How far an edge may be off, in seconds.
    private static let collarSeconds = 0.05
    /// How many answers are made.
    private static let answers = 15
    /// How far noise is below the speech, in dB.
    private static let signalToNoiseDB = [20.0, 10]

    private var score = PauseScore(collarSeconds: Self.collarSeconds)
    /// Silences that are too short to count, and those of them that were taken for pauses.
    private var shortGaps = 0
    private var shortGapsTaken = 0

    /// The figures of answers by all voices in turn, clean, in each noise, and in all noise of a level.
    static func rows() async throws -> [DeliveryRow] {
        let voices = AnswerVoice.installed()
        ProgressNote.write("voices: \(voices.map(\.description).joined(separator: ", "))")
        let made = try await TemporaryFolder.use { folder in
            var made: [MadeAnswer] = []
            for number in 0..<answers {
                let voice = voices[number % voices.count]
                made.append(try await MadeAnswer(MadeAnswerPlan(number: number), by: voice, in: folder))
            }
            return made
        }
        let name = "\(answers) made answers by \(voices.count) voices"
        var rows = MadePauses(made) { answer, _ in answer.samples }.rows("\(name), clean")
        for distance in signalToNoiseDB {
            let level = "\(Int(distance)) dB"
            var all = MadePauses()
            for noise in MadeNoise.allCases {
                let sum = MadePauses(made) { answer, number in
                    NoiseMix.noisy(
                        answer.samples, speech: answer.speech, signalToNoiseDB: distance, noise: noise,
                        seed: UInt64(number))
                }
                rows += sum.rows("\(name), \(noise.rawValue) noise \(level)")
                all.add(sum)
            }
            rows += all.rows("\(name), all noise \(level)")
        }
        return rows
    }

    /// A sum of no answer.
    init() {}

    /// The sum of answers, each as `sound` makes it sound.
    private init(_ made: [MadeAnswer], sound: (MadeAnswer, Int) -> [Float]?) {
        for (number, answer) in made.enumerated() {
            if let samples = sound(answer, number) { add(answer, heardAs: samples) }
        }
    }

    /// Adds an answer as it sounds with or without noise.
    mutating func add(_ answer: MadeAnswer, heardAs samples: [Float]) {
        let found = Pauses.found(in: samples)
        score.add(said: answer.pauses, found: found)
        shortGaps += answer.shortGaps.count
        shortGapsTaken += EventScore(said: answer.shortGaps, found: found, by: .overlap).right
    }

    private mutating func add(_ other: MadePauses) {
        score.add(other.score)
        shortGaps += other.shortGaps
        shortGapsTaken += other.shortGapsTaken
    }

    /// The figures.
    func rows(_ subject: String) -> [DeliveryRow] {
        score.rows(.made, subject) + [
            .share(
                .made, subject, "silences of 100 to 200 ms taken for pauses", shortGapsTaken, of: shortGaps,
                "silences")
        ]
    }
}
