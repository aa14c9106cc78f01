import ArgumentParser
import Foundation
import Inference
import Speech

/// How long after the last sound of a streamed answer its final result is there.
struct LatencyBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract: "Time from the end of a streamed answer to its text and to its final words.",
        discussion: """
            Answers are streamed with previews on, as a microphone's would be. The listener decodes each utterance when it \
            ends, so what is left at the end is the last one, and what it was behind by then.

            Without --ends the recording is repeated to each of the lengths. With it the recordings are cut where people \
            stop speaking: each answer begins up to \(Int(leadSeconds)) s before such an end and stops at it; the \
            silence after it follows, as when nobody has ended the recording yet.

            The text is there first, as far as the ear has a quicker way to one; its words are then heard thoroughly and \
            found in the sound.

            EXAMPLES
              viva-bench latency samples/learn-quickly-good.flac
              viva-bench latency --engine two-ears --ends 40 --real-time samples/*-good.flac
            """)

    /// How long an answer that stops at an end is at most: enough for the hearing to fall behind as far as it does.
    private static let leadSeconds = 20.0

    @Argument(help: "The recording to stream; with --ends one or more.") var files: [String]
    @Option(help: "What hears.") var engine = BenchEar.pocketSphinx
    @Option(help: "Stop at so many ends of utterances, evenly spread.") var ends: Int?
    @Option(parsing: .upToNextOption, help: "The lengths of the answers, in seconds.") var lengths = [
        15.0, 60, 240,
    ]
    @Option(help: "How often to stream each length.") var runs = 3
    @Flag(help: "Stream at the pace of speech instead of as fast as the listener takes it.") var realTime =
        false

    func validate() throws {
        guard ends != nil || files.count == 1 else {
            throw ValidationError("Several recordings are for --ends.")
        }
        if let ends, ends < 1 { throw ValidationError("--ends is at least 1.") }
    }

    func run() async throws {
        // As in an interview: one person waits.
        Processors.use(ProcessInfo.processInfo.activeProcessorCount)
        let stream = AnswerStream(
            recognizer: try await engine.make(), pace: realTime ? .speech : .listener)
        if let ends { try await measure(ends: ends, by: stream) } else { try await measure(by: stream) }
    }

    private func measure(by stream: AnswerStream) async throws {
        let samples = try await BenchSamples.read(files[0])
        guard !samples.isEmpty else { throw ValidationError("The recording is empty.") }
        print("answer, s\ttext, s: median (minimum to maximum)\twords in their places, s\twords")
        for length in lengths {
            var outcomes: [AnswerStream.Outcome] = []
            for _ in 0..<max(1, runs) {
                outcomes.append(
                    try await stream.hear(
                        (0..<AudioBuffer.sample(length)).map { samples[$0 % samples.count] }))
            }
            let spreads = [outcomes.map(\.textSeconds), outcomes.map(\.resultSeconds)].map { "\(Spread($0))" }
            let cells = [Spread.text(length)] + spreads + ["\(outcomes.last?.words ?? 0)"]
            print(cells.joined(separator: "\t"))
        }
    }

    private func measure(ends limit: Int, by stream: AnswerStream) async throws {
        var answers: [(file: String, endSeconds: Double, samples: [Float], quiet: [Float])] = []
        for file in files {
            let samples = try await BenchSamples.read(file)
            for end in SpeechEnds.seconds(in: samples) {
                let from = max(0, AudioBuffer.sample(end - Self.leadSeconds))
                let to = min(samples.count, AudioBuffer.sample(end))
                let after = min(samples.count, to + AudioBuffer.sample(Self.quietSeconds))
                answers.append((file, end, Array(samples[from..<to]), Array(samples[to..<after])))
            }
        }
        guard !answers.isEmpty else { throw ValidationError("Nobody stops speaking in these recordings.") }
        let chosen = answers.evenlySpread(limit)
        print("recording\tend, s\tanswer, s\ttext, s\twords in their places, s\twords")
        var outcomes: [AnswerStream.Outcome] = []
        for answer in chosen {
            let outcome = try await stream.hear(answer.samples, then: answer.quiet)
            outcomes.append(outcome)
            let figures = [
                answer.endSeconds, AudioBuffer.seconds(answer.samples.count), outcome.textSeconds,
                outcome.resultSeconds,
            ]
            let name = answer.file.split(separator: "/").last.map(String.init) ?? ""
            print(([name] + figures.map(Spread.text) + ["\(outcome.words)"]).joined(separator: "\t"))
        }
        print("\n\(engine.rawValue), \(chosen.count) ends of \(answers.count)")
        print("after the last sound, s: median, 95th percentile, maximum")
        for (name, seconds) in [
            ("text", outcomes.map(\.textSeconds)), ("words in their places", outcomes.map(\.resultSeconds)),
        ] {
            let figures = [
                Spread(seconds).median, Spread.quantile(seconds.sorted(), 0.95) ?? .nan,
                seconds.max() ?? .nan,
            ]
            print(([name] + figures.map(Spread.text)).joined(separator: "\t"))
        }
    }

    /// The silence that closed the utterance lies within it.
    private static let quietSeconds = 0.7
}
