import ArgumentParser
import Audio
import Delivery
import Practice
import Recognition
import Speech

/// How long after the last sound of a streamed answer its final result is there.
struct LatencyBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract:
            "Time from the end of a streamed answer to its final result, for answers of growing length.",
        discussion: """
            The recording is repeated to each length and streamed with previews on, as a microphone's would be. The
            listener decodes each utterance when it ends, so what is left at the end is the last one.
            """)

    @Argument(help: "The recording to stream.") var file: String
    @Option(parsing: .upToNextOption, help: "The lengths of the answers, in seconds.") var lengths = [
        15.0, 60, 240,
    ]
    @Option(help: "How often to stream each.") var runs = 3
    @Flag(help: "Stream at the pace of speech instead of as fast as the listener takes it.") var realTime =
        false

    func run() async throws {
        var samples: [Float] = []
        for try await buffer in try await AudioFile.open(.file(path: file)).buffers() {
            samples += buffer.samples
        }
        let recognizer = try PocketSphinxRecognizer()
        print("answer, s\tlatency, s: median (minimum to maximum)\twords")
        for length in lengths {
            var latencies: [Double] = []
            var words = 0
            for _ in 0..<max(1, runs) {
                let (seconds, count) = try await stream(samples, length: length, to: recognizer)
                latencies.append(seconds)
                words = count
            }
            print("\(Spread.text(length))\t\(Spread(latencies))\t\(words)")
        }
    }

    private func stream(
        _ samples: [Float], length: Double, to recognizer: PocketSphinxRecognizer
    ) async throws -> (seconds: Double, words: Int) {
        var listener = AnswerListener(recognizer: recognizer, previews: .every(seconds: 0.5))
        let clock = ContinuousClock()
        let start = clock.now
        let step = AudioBuffer.sampleRateHz / 10
        var place = 0
        while place < AudioBuffer.sample(length) {
            let piece = (place..<place + step).map { samples[$0 % samples.count] }
            _ = try await listener.process(AudioBuffer(samples: piece, startSample: place))
            place += step
            if realTime {
                try await clock.sleep(until: start.advanced(by: .seconds(AudioBuffer.seconds(place))))
            }
        }
        let end = clock.now
        let (_, analysis) = try await listener.finish()
        return (end.duration(to: clock.now).inSeconds, analysis.transcript.words.count)
    }
}
