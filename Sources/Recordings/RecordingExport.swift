internal import Storage
internal import SystemPackage
internal import Zip

/// Recordings, files and texts that are handed out together: a zip archive with a manifest.
///
/// ```swift
/// var export = RecordingExport()
/// export.add(try vault.open(id), as: "answers/1.flac")
/// export.add(text: report, as: "report.md", kind: .report)
/// try export.write(to: "interview.zip")
/// ```
///
/// What is in it is not encrypted: it is meant for somebody who has no key.
public struct RecordingExport: Sendable {
    private struct Entry: Sendable {
        var path: String
        var kind: ExportedFile.Kind
        var origin: ExportOrigin
        var method: ZipWriter.Method
    }

    private var entries: [Entry] = []
    /// The names of recordings that belong to the others and are kept nowhere; the manifest tells them.
    public var missing: [String] = []

    /// An export with nothing in it.
    public init() {}

    /// Adds a recording of a vault.
    ///
    /// - Parameter path: Its name in the archive with folders before it, for example `answers/1.flac`.
    public mutating func add(_ recording: RecordingReader, as path: String) {
        entries.append(Entry(path: path, kind: .recording, origin: .recording(recording), method: .stored))
    }

    /// Adds a recording of a vault, which is opened when the export is written: of these there may be any number.
    ///
    /// - Parameters:
    ///   - path: Its name in the archive with folders before it.
    ///   - kind: What it is; a vault keeps other files too.
    public mutating func add(
        _ id: RecordingID, of vault: RecordingVault, as path: String, kind: ExportedFile.Kind = .recording
    ) {
        entries.append(
            Entry(
                path: path, kind: kind, origin: .kept(id, vault),
                method: kind == .recording ? .stored : .deflated))
    }

    /// Adds a file that is on a disk; it is opened when the export is written.
    ///
    /// - Parameter path: Its name in the archive with folders before it.
    public mutating func add(file: String, as path: String, kind: ExportedFile.Kind) {
        entries.append(
            Entry(
                path: path, kind: kind, origin: .file(file), method: kind == .recording ? .stored : .deflated)
        )
    }

    /// Adds a text as a file in UTF-8.
    ///
    /// - Parameter path: Its name in the archive with folders before it.
    public mutating func add(text: String, as path: String, kind: ExportedFile.Kind) {
        entries.append(Entry(path: path, kind: kind, origin: .bytes(Array(text.utf8)), method: .deflated))
    }

    /// Writes the archive for its owner alone, in the place of a file of that name: as a whole or not at all. A piece of
    /// one file is held in memory at a time.
    ///
    /// - Parameter progress: Is told how many bytes of content have been read.
    /// - Returns: What was written beside the manifest.
    /// - Throws: `RecordingError.exportRefused` for a name that stands twice, is that of the manifest or leads out of the
    ///   archive, and for content that cannot be read; `diskFull`, `writeFailed`, `cancelled`.
    @discardableResult
    public func write(
        to path: String, progress: @escaping (_ bytes: Int) -> Void = { _ in }
    ) throws(RecordingError) -> ExportManifest {
        let place = FilePath(path)
        let folder = place.removingLastComponent()
        // libzip gives its file the permissions of the one that is there. What is left at an error goes with `output`.
        let output: DurableOutput
        do {
            output = try DurableOutput(
                in: folder.isEmpty ? "." : folder.string, name: place.lastComponent?.string ?? "export")
        } catch {
            throw RecordingError(writing: path, error)
        }
        var done = 0
        let contents = entries.map { entry in
            ExportContent(entry.path, entry.kind, entry.origin) { bytes in
                done += bytes
                progress(done)
            }
        }
        var archive = ZipWriter()
        for (entry, content) in zip(entries, contents) {
            archive.add(entry.path, content, method: entry.method)
        }
        archive.add(ExportManifest.name, ExportManifestContent(of: contents, missing: missing))
        do { try archive.write(to: output.partialPath) } catch {
            throw RecordingError(exporting: path, error)
        }
        do { try DurableOutput.settle(partial: output.partialPath, at: path) } catch {
            throw RecordingError(writing: path, error)
        }
        return ExportManifest(files: contents.compactMap(\.exported), missing: missing)
    }
}

extension RecordingError {
    /// What went wrong with an archive that was to stand at a path.
    fileprivate init(exporting path: String, _ error: ZipError) {
        self =
            switch error {
            case .entryRefused(_, let entry, let reason):
                .exportRefused(path: path, entry: entry, reason: reason)
            case .contentFailed(_, let entry, let reason):
                .exportRefused(path: path, entry: entry, reason: "could not be read: \(reason)")
            case .entryTooLarge(_, let entry, let sizeBytes, let limitBytes):
                .exportRefused(
                    path: path, entry: entry, reason: "has \(sizeBytes) bytes, more than \(limitBytes)")
            case .diskFull: .diskFull(path: path)
            case .writeFailed(_, let reason), .damaged(_, let reason):
                .writeFailed(path: path, reason: reason)
            case .notZip: .writeFailed(path: path, reason: "it is not a zip archive")
            case .cancelled: .cancelled
            }
    }
}
