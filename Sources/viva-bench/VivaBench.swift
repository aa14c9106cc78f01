import ArgumentParser

/// Accuracy and speed, each against a peer in the same run on the same recordings.
@main
struct VivaBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "viva-bench",
        abstract: "Measure Viva's accuracy, speed and memory on recordings of yours.",
        discussion: """
            Times are of whole processes or between two events in one, on the machine as it is: compare the
            ratios, which are taken pair by pair in one run, rather than seconds.

            EXAMPLES
              viva-bench transcribe samples/*.flac
              viva-bench transcribe --manifest recordings.tsv --runs 3
              viva-bench confidence --manifest recordings.tsv
              viva-bench latency samples/learn-quickly-good.flac
              viva-bench startup samples/learn-quickly-good.flac
              viva-bench memory samples/learn-quickly-good.flac
            """,
        subcommands: [
            TranscribeBench.self, ConfidenceBench.self, LatencyBench.self, StartupBench.self,
            MemoryBench.self,
            FirstBuffer.self,
        ])
}
