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
              viva-bench hearing --corpus recordings --answers bench/answers
              viva-bench transcribe samples/*.flac
              viva-bench transcribe --manifest recordings.tsv --runs 3
              viva-bench tokens --corpus recordings
              viva-bench silence
              viva-bench jobs samples/*.flac
              viva-bench confidence --manifest recordings.tsv
              viva-bench delivery --corpus recordings
              viva-bench judgement --graded grades.csv
              viva-bench latency samples/learn-quickly-good.flac
              viva-bench latency --engine two-ears --ends 40 samples/*-good.flac
              viva-bench live-server --streams 5 recordings
              viva-bench startup samples/learn-quickly-good.flac
              viva-bench memory samples/learn-quickly-good.flac
              viva-bench records --interviews 25000
              viva-bench crashes --kills 20
              viva-bench together --seconds 60
              viva-bench server
              viva-bench server-crashes --kills 10
              viva-bench splice --corpus recordings --fillers fillers.tsv --output spliced
            """,
        subcommands: [
            HearingBench.self, TranscribeBench.self, TokensBench.self, SilenceBench.self,
            ConfidenceBench.self, DeliveryBench.self, JudgementBench.self, JobsBench.self,
            LatencyBench.self, LiveServerBench.self,
            StartupBench.self, ExpectBench.self, MemoryBench.self, RecordsBench.self, TogetherBench.self,
            CrashBench.self, ServerBench.self, ServerCrashBench.self, SpliceBench.self, HelloServer.self,
            FirstBuffer.self, TogetherWorker.self,
            HearOnce.self,
            InterviewToKill.self,
        ])
}
