import Batch
import Delivery
import Drawing
import Foundation
import Signal
import Speech

/// The files that `viva analyze` writes of a recording besides what it prints.
struct AnalysisFiles {
    /// Where the picture goes; `nil` for none.
    let svg: String?
    /// Where the TextGrid goes; `nil` for none.
    let textGrid: String?

    /// Writes those that are wanted, each as a whole or not at all.
    func write(_ result: RecordingJob.Result, wording: Wording) throws(CommandFailure) {
        if let svg {
            let picture = TimelineSVG(
                AnswerTimeline(result.analysis), title: URL(filePath: result.file).lastPathComponent)
            try Self.write(picture.text, to: svg, what: "the picture")
        }
        if let textGrid {
            let transcript = WrittenTranscript(
                file: result.file, channel: result.channel,
                durationSeconds: result.analysis.quality.durationSeconds,
                transcript: result.analysis.transcript, wording: wording, context: nil,
                warnings: result.warnings, disfluencies: result.analysis.delivery.disfluencies?.found)
            try Self.write(transcript.textGrid(with: result.analysis), to: textGrid, what: "the TextGrid")
        }
    }

    private static func write(_ text: String, to path: String, what: String) throws(CommandFailure) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw CommandFailure(
                .cannotWrite,
                "\(path): \(what) could not be written: \(error.localizedDescription) Name a file in a folder that "
                    + "exists and may be written to.")
        }
    }
}
