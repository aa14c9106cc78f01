import Speech

/// Utterances for tests: what is in them does not matter to an ear that is played by a script.
enum Spoken {
    /// Audio from `startSeconds` with a quarter of a second of quiet around the speech.
    static func utterance(from startSeconds: Double = 10, lasting seconds: Double = 4) -> Utterance {
        let samples = (0..<AudioBuffer.sample(seconds)).map { Float($0 % 100) / 200 - 0.25 }
        let audio = AudioBuffer(samples: samples, startSample: AudioBuffer.sample(startSeconds))
        return Utterance(
            audio: audio,
            speech: TimeRange(startSeconds: startSeconds + 0.25, endSeconds: startSeconds + seconds - 0.25))
    }

    static let context = HearingContext(
        question: "How would you scale a service?", sampleAnswers: ["I would shard the database."],
        keyPoints: ["horizontal scaling", "Caching!"], terms: ["Kubernetes", "CI/CD", "Kubernetes"])
}

extension [Word] {
    /// Texts and times in hundredths of a second, for comparison.
    var short: [String] {
        map { word in
            let start = Int((word.time.startSeconds * 100).rounded())
            return "\(word.text) \(start)-\(Int((word.time.endSeconds * 100).rounded()))"
        }
    }
}
