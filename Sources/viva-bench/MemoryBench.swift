import ArgumentParser
import Audio
import FoundationEssentials
import Speech

/// Whether memory stays bounded: the same work on a short and on a long recording.
struct MemoryBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Peak memory of `viva transcribe` on a short and on a long recording.",
        discussion: """
            The recording is repeated to both lengths. Two hours of speech take a while to hear: --speech-share says how
            much of the long recordings is the recording given, the rest is a quiet room.
            """)

    @Argument(help: "The recording to repeat.") var file: String
    @Option(parsing: .upToNextOption, help: "The lengths, in minutes.") var minutes = [5.0, 120]
    @Option(help: "How much of each recording is speech, above 0 to 1.") var speechShare = 1.0

    func validate() throws {
        guard speechShare > 0, speechShare <= 1 else {
            throw ValidationError("--speech-share is above 0 to 1.")
        }
    }

    func run() async throws {
        try await TemporaryFolder.use { folder in
            print("minutes\tpeak memory, MB\treal-time factor")
            var peaks: [Double] = []
            for length in minutes {
                let path = "\(folder)/\(Int(length)).wav"
                try await write(path, seconds: length * 60)
                let run = try MeasuredProcess.run(Sibling.viva, ["transcribe", "--quiet", path])
                peaks.append(run.peakMegabytes)
                print(
                    [length, run.peakMegabytes, run.processorSeconds / (length * 60)].map(Spread.text)
                        .joined(separator: "\t"))
                try FileManager.default.removeItem(atPath: path)
            }
            print("difference, MB\t\(Spread.text((peaks.max() ?? 0) - (peaks.min() ?? 0)))")
        }
    }

    private func write(_ path: String, seconds: Double) async throws {
        let speech = try await BenchSamples.read(file)
        let quietSamples = Int(Double(speech.count) * (1 - speechShare) / speechShare)
        // A quiet room at about -70 dBFS, from a generator whose numbers are the same in every run.
        var state: UInt64 = 1
        let quiet = (0..<quietSamples).map { _ -> Float in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (Float(state >> 40) / Float(1 << 24) - 0.5) * 0.001
        }
        let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
        var remaining = AudioBuffer.sample(seconds)
        while remaining > 0 {
            for part in [speech, quiet] where remaining > 0 {
                try await writer.append(Array(part.prefix(remaining)))
                remaining -= min(part.count, remaining)
            }
        }
        try await writer.finish()
    }
}
