import Batch
import Delivery
import Drawing
import Foundation
import Signal
import Speech
import SystemPackage
import Vocabulary

/// The files that `viva analyze` writes of a recording besides what it prints.
struct AnalysisFiles {
    /// Where the picture goes; `nil` for none.
    let svg: String?
    /// Where the TextGrid goes; `nil` for none.
    let textGrid: String?

    /// Refuses places that cannot be written to, before anything is heard for them.
    ///
    /// - Throws: `CommandFailure` for a place that is a recording, a folder or in no folder, or is named twice.
    func check(recordings: [String]) throws(CommandFailure) {
        let places = [("--svg", svg), ("--textgrid", textGrid)].compactMap { option, path in
            path.map { (option: option, path: $0) }
        }
        for (option, path) in places {
            guard !path.isEmpty, path != "-" else {
                throw CommandFailure(.usage, "\(option) takes the name of a file.")
            }
            guard !recordings.contains(where: { Self.isSame($0, path) }) else {
                throw CommandFailure(
                    .usage,
                    "\(option) \(path) is the recording itself, which is never overwritten: name another file."
                )
            }
            var isFolder: ObjCBool = false
            let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                throw CommandFailure(.cannotWrite, "\(option) \(path) is a folder: name a file in it.")
            }
            guard FileManager.default.fileExists(atPath: folder) else {
                throw CommandFailure(.cannotWrite, "\(option) \(path): there is no folder \(folder).")
            }
        }
        guard places.count < 2 || !Self.isSame(places[0].path, places[1].path) else {
            throw CommandFailure(.usage, "--svg and --textgrid need two files.")
        }
    }

    /// Writes those that are wanted; the failure of one does not keep the other from being written.
    ///
    /// - Returns: What could not be written and why.
    func write(_ result: RecordingJob.Result, wording: Wording) -> [CommandFailure] {
        var failures: [CommandFailure] = []
        if let svg {
            let name = URL(fileURLWithPath: result.file).lastPathComponent
            let picture = TimelineSVG(AnswerTimeline(result.analysis), title: name)
            failures += Self.write(picture.text, to: svg, what: "the picture")
        }
        if let textGrid {
            let transcript = WrittenTranscript(
                file: result.file, channel: result.channel,
                durationSeconds: result.analysis.quality.durationSeconds,
                transcript: result.analysis.transcript, wording: wording, context: nil,
                warnings: result.warnings, disfluencies: result.analysis.delivery.disfluencies?.found)
            failures += Self.write(
                transcript.textGrid(with: result.analysis), to: textGrid, what: "the TextGrid")
        }
        return failures
    }

    /// Writes into what is there already, as links and devices are to stay what they are.
    private static func write(_ text: String, to path: String, what: String) -> [CommandFailure] {
        do {
            let file = try FileDescriptor.open(
                FilePath(path), .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            _ = try file.closeAfter { try file.writeAll(Array(text.utf8)) }
            return []
        } catch {
            return [
                CommandFailure(
                    .cannotWrite,
                    "\(path): \(what) could not be written: \(error). What was measured is printed all the same; name another "
                        + "file for it.")
            ]
        }
    }

    /// Whether two paths lead to the same place, also through links.
    private static func isSame(_ path: String, _ other: String) -> Bool {
        func place(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }
        if place(path) == place(other) { return true }
        var (first, second) = (stat(), stat())
        return stat(path, &first) == 0 && stat(other, &second) == 0 && first.st_ino == second.st_ino
            && first.st_dev == second.st_dev
    }
}
