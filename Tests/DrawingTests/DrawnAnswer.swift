import Delivery
import Signal
import Speech

/// Answers to be drawn.
enum DrawnAnswer {
    /// Words said in runs with pauses of 0.4 s and more between them, in a recording of `seconds`: fillers of every
    /// kind, repetitions and restarts, doubtful and uncertain words, markup and a word from right to left.
    static func long(seconds: Double, contours: Bool = true, wordSeconds: Double = 0.32) -> AnswerAnalysis {
        let texts = [
            "so", "um", "we", "we", "built", "the", "migration", "you", "know", "because", "maybe",
            "postgres", "was",
            "was", "slow", "<&>\"'", "שלום", "i", "wor-", "i", "worked", "uh", "naïve",
        ]
        var (words, speech, syllables): ([Word], [TimeRange], [Double]) = ([], [], [])
        var time = 0.8
        while time < seconds - 1 {
            let start = time
            let end = min(start + 2 + Double(words.count % 5), seconds - 0.5)
            while time < end {
                let number = words.count
                let length = wordSeconds * (0.6 + Double(number * 31 % 10) / 10)
                words.append(
                    Word(
                        text: texts[number % texts.count],
                        time: TimeRange(startSeconds: time, endSeconds: time + length * 0.95),
                        confidence: Double(number * 17 % 100) / 100, isUncertain: number % 29 == 3))
                syllables += [time + length / 3, time + length * 2 / 3]
                time += length
            }
            speech.append(TimeRange(startSeconds: start, endSeconds: time))
            time += 0.4 + Double(words.count % 4) * 0.7
        }
        let levels = (0..<Int(seconds * 20)).map { -30 + 10 * Double($0 % 7) / 7 }
        let pitches = (0..<Int(seconds * 20)).map { $0 % 9 == 0 ? nil : 110 + Double($0 % 40) }
        return analysis(
            words: words, speech: speech, seconds: seconds, syllables: syllables,
            contours: contours
                ? AnswerContours(levelsDBFS: levels, pitchesHz: pitches, syllablesSeconds: syllables) : nil)
    }

    /// An answer whose delivery follows from its words and its speech.
    static func analysis(
        words: [Word] = [], speech: [TimeRange] = [], seconds: Double, syllables: [Double] = [],
        problems: [RecordingQuality.Problem] = [], contours: AnswerContours? = nil
    ) -> AnswerAnalysis {
        let spoken = speech.reduce(0) { $0 + $1.durationSeconds }
        let quality = RecordingQuality(
            durationSeconds: seconds, speechSeconds: spoken, peakDBFS: -3,
            speechLevelDBFS: spoken > 0 ? -24 : nil, noiseLevelDBFS: -60, signalToNoiseDB: nil,
            clippedShare: 0,
            problems: problems)
        let report = DeliveryReport(
            words: words, speech: speech,
            syllables: syllables.map { SyllableNucleus(timeSeconds: $0, levelDB: -20) }, quality: quality)
        let whole = TimeRange(startSeconds: 0, endSeconds: seconds)
        return AnswerAnalysis(
            transcript: Transcript(segments: [.init(time: whole, words: words)], recognizer: "a script"),
            delivery: report, quality: quality, contours: contours)
    }

    /// One word in two seconds.
    static let oneWord = analysis(
        words: [word("yes", 0.6, 1)], speech: [TimeRange(startSeconds: 0.6, endSeconds: 1)], seconds: 2.2,
        syllables: [0.8], problems: [.almostNoSpeech],
        contours: AnswerContours(
            levelsDBFS: Array(repeating: -40, count: 44), pitchesHz: Array(repeating: 120, count: 44),
            syllablesSeconds: [0.8]))

    /// Twenty seconds without a sound.
    static let silence = analysis(
        seconds: 20, problems: [.silent],
        contours: AnswerContours(
            levelsDBFS: Array(repeating: -120, count: 400), pitchesHz: Array(repeating: nil, count: 400),
            syllablesSeconds: []))

    /// Nothing at all.
    static let empty = analysis(seconds: 0, problems: [.empty])

    static func word(_ text: String, _ start: Double, _ end: Double) -> Word {
        Word(text: text, time: TimeRange(startSeconds: start, endSeconds: end))
    }
}
