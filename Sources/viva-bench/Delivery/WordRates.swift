import Delivery
import Practice
import Speech

/// How right the words a minute, and the syllables of words a second, are that come of what an ear hears.
struct WordRates {
    /// The shortest recording that is measured, in seconds.
    private static let leastSeconds = 5.0

    /// The relative error of each recording that has a figure.
    private var errors: [Double] = []
    /// The same of the syllables of the words by their pronunciations.
    private var syllableErrors: [Double] = []
    /// Recordings that are too short, or have too few words heard, for a figure.
    private var absent = 0
    /// Words heard and said in the others.
    private var heard = 0
    private var said = 0

    /// The figures of recordings of 5 s and more whose words are known.
    static func rows(_ recordings: [DeliveryRecording], heardBy ear: BenchEar) async throws -> [DeliveryRow] {
        let analyzer = AnswerAnalyzer(recognizer: try await ear.make(), fillers: ear.fillers)
        let syllables = try TranscriptSyllables(of: recordings.map { $0.known.transcript ?? "" })
        var rates = WordRates()
        for recording in recordings where recording.seconds >= leastSeconds {
            let transcript = recording.known.transcript ?? ""
            let said = SpokenWords.words(transcript).count
            guard said > 0 else { continue }
            rates.add(
                try await analyzer.analyze(SampleStream(recording.samples)).delivery, said: said,
                syllablesSaid: syllables.count(transcript))
        }
        return rates.rows("words of \(ear.rawValue) against transcripts")
    }

    /// Adds an answer in which so many words were said, filled pauses left out. They are taken to fill the time that the
    /// figure stands on, so that only the count of the words is judged. Syllables are judged in the same way, where it is known how
    /// many were said.
    mutating func add(_ delivery: DeliveryReport, said: Int, syllablesSaid: Double? = nil) {
        if let pace = delivery.pace, let rate = pace.wordSyllablesPerSecond.value, let syllablesSaid {
            let reference = syllablesSaid / delivery.speakingSeconds
            syllableErrors.append(abs(rate - reference) / reference)
        }
        guard let rate = delivery.wordsPerMinute.value, rate > 0 else {
            absent += 1
            return
        }
        let minutes = Double(delivery.wordCount) / rate
        let reference = Double(said) / minutes
        errors.append(abs(rate - reference) / reference)
        heard += delivery.wordCount
        self.said += said
    }

    /// The figures.
    func rows(_ subject: String) -> [DeliveryRow] {
        [
            .median(.words, subject, "relative error of words a minute, median", errors, "recordings"),
            DeliveryRow(
                part: .words, subject: subject, measure: "words heard / words said",
                value: said > 0 ? Double(heard) / Double(said) : nil, total: said, things: "words"),
            .median(
                .words, subject, "relative error of the words' syllables a second, median", syllableErrors,
                "recordings"),
            .share(.words, subject, "without a figure", absent, of: absent + errors.count, "recordings"),
        ]
    }
}
