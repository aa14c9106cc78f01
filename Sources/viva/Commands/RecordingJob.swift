import ArgumentParser
import Audio
import Batch
import Delivery
import Practice
import Speech

/// Hears the files of a command one after the other, tells how far it is, and goes on after a file that fails.
struct RecordingJob {
    /// One channel of one file, heard.
    struct Result {
        var file: String
        /// `nil` when all channels were mixed.
        var channel: String?
        var audio: AudioInfo
        var analysis: AnswerAnalysis
        /// What was wrong with the file and how it was dealt with.
        var audioWarnings: [String]
        /// What is to be known about what was heard.
        var remarks: HearingRemarks { HearingRemarks(analysis) }
        /// All that a reader of the result is warned of.
        var warnings: [String] { audioWarnings + remarks.sentences }
    }

    /// A file that could not be heard.
    struct Failure: Encodable {
        var file: String
        var reason: String
        var exitCode: Int32
    }

    let input: InputOptions
    let common: CommonOptions
    let analyzer: AnswerAnalyzer

    /// Hears every file. `onSegment` gets each utterance as it is decoded, `onResult` each channel at its end.
    func run(
        onSegment: (_ file: String, _ channel: Channel, Transcript.Segment) -> Void = { _, _, _ in },
        onResult: (Result) throws -> Void
    ) async throws -> [Failure] {
        var failures: [Failure] = []
        for argument in input.files {
            do {
                let file = try await AudioFile.open(input.input(argument))
                for channel in try file.passes(input.channels) {
                    try await onResult(
                        hear(file, channel: channel) { onSegment(file.name, channel, $0) })
                }
            } catch {
                guard let failure = CommandFailure(error), failure.status != .interrupted else { throw error }
                Terminal.log.print(failure.message(common.logPalette))
                failures.append(
                    Failure(
                        file: argument, reason: failure.description, exitCode: failure.status.rawValue))
            }
        }
        return failures
    }

    private func hear(
        _ file: AudioFile, channel: Channel, onSegment: (Transcript.Segment) -> Void
    ) async throws -> Result {
        let label = input.channels == .mix ? file.name : "\(file.name), \(channel.label)"
        var bar = ProgressBar(
            label, totalSeconds: file.info.durationSeconds, isWanted: !common.quiet)
        defer { bar.clear() }
        let stream = try file.buffers(channel)
        let analysis = try await analyzer.analyze(stream) { event in
            switch event {
            case .heard(let segment):
                bar.clear()
                onSegment(segment)
            case .reached(let seconds): bar.reach(seconds)
            }
        }
        bar.clear()
        let audioWarnings = await stream.report.warnings
        for warning in audioWarnings { common.note("viva: \(file.name): \(warning)") }
        return Result(
            file: file.name, channel: input.channels == .mix ? nil : channel.label, audio: file.info,
            analysis: analysis, audioWarnings: audioWarnings)
    }

    /// What the command ends with when files failed: their code when they agree, else 1.
    static func end(_ failures: [Failure], of count: Int) throws {
        guard let first = failures.first else { return }
        if count > 1 {
            Terminal.log.print(
                """
                viva: \(failures.count) of \(count) recordings failed: \
                \(failures.map(\.file).joined(separator: ", "))
                """)
        }
        let codes = Set(failures.map(\.exitCode))
        throw ExitCode(codes.count == 1 ? first.exitCode : ExitStatus.failure.rawValue)
    }
}
