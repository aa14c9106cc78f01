import Delivery
import Practice
import Speech

/// How many words ears get right under noise, beside Whisper alone that nothing is kept from.
struct SpeechInNoise {
    /// How much Whisper alone hears at once, in seconds.
    static let windowSeconds = 28.0

    /// Words of one ear, over all recordings.
    private struct Count {
        var right = 0
        var heard = 0

        static func + (left: Count, right: Count) -> Count {
            Count(right: left.right + right.right, heard: left.heard + right.heard)
        }
    }

    private let ears: [(ear: BenchEar, recognizer: any Recognizer)]
    private let whisper: any Recognizer
    private let signalToNoiseDB: Double
    private var said = 0
    private var alone = Count()
    private var counts: [Count]

    /// A measurement of ears; `whisper` hears without a speech detector.
    init(
        ears: [(ear: BenchEar, recognizer: any Recognizer)], whisper: any Recognizer, signalToNoiseDB: Double
    ) {
        self.ears = ears
        self.whisper = whisper
        self.signalToNoiseDB = signalToNoiseDB
        counts = ears.map { _ in Count() }
    }

    /// Hears recordings under noise and prints the words of each.
    mutating func hear(_ recordings: [BenchRecording]) async throws {
        print(
            (["recording", "words", "whisper without detector"] + ears.map(\.ear.rawValue))
                .joined(separator: "\t"))
        for recording in recordings {
            let clean = try await BenchSamples.read(recording.path)
            guard let transcript = recording.transcript,
                let mixed = NoiseMix.noisy(
                    clean, speech: NoiseMix.speech(in: clean), signalToNoiseDB: signalToNoiseDB)
            else {
                print("\(recording.id)\tno speech was found in it before the noise")
                continue
            }
            let words = SpokenWords.words(transcript).count
            said += words
            let whole = Self.count(try await windows(mixed), transcript)
            alone = alone + whole
            var cells = [whole]
            for (place, (ear, recognizer)) in ears.enumerated() {
                let analyzer = AnswerAnalyzer(recognizer: recognizer, fillers: ear.fillers)
                let heard = try await analyzer.analyze(SampleStream(mixed)).transcript.words
                let count = Self.count(heard, transcript)
                counts[place] = counts[place] + count
                cells.append(count)
            }
            print(
                ([recording.id, "\(words)"] + cells.map { "\($0.right) of \($0.heard)" })
                    .joined(separator: "\t"))
        }
    }

    /// Prints the sums, and the share that each ear keeps.
    func report() {
        print("\n\(said) words said, noise \(Spread.text(signalToNoiseDB)) dB below the speech")
        print("ear\twords right\twords heard\tright / those of whisper without detector")
        print("whisper without detector\t\(alone.right)\t\(alone.heard)\t1")
        for (ear, count) in zip(ears.map(\.ear), counts) {
            let share = alone.right > 0 ? Spread.text(Double(count.right) / Double(alone.right)) : "–"
            print("\(ear.rawValue)\t\(count.right)\t\(count.heard)\t\(share)")
        }
    }

    /// What Whisper alone hears in the whole recording.
    private func windows(_ samples: [Float]) async throws -> [Word] {
        var words: [Word] = []
        let step = AudioBuffer.sample(Self.windowSeconds)
        for start in stride(from: 0, to: samples.count, by: step) {
            let part = Array(samples[start..<min(samples.count, start + step)])
            let audio = AudioBuffer(samples: part, startSample: start)
            words += try await whisper.recognize(Utterance(audio: audio, speech: audio.time))
        }
        return words
    }

    private static func count(_ heard: [Word], _ transcript: String) -> Count {
        let texts = heard.flatMap { SpokenWords.words($0.text) }
        let alignment = WordAlignment(ReferenceLattice(transcript, heard: texts), heard: texts)
        return Count(right: alignment.matches.map(\.said.count).reduce(0, +), heard: texts.count)
    }
}
