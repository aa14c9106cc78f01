public import FoundationEssentials
public import Interview
public import Recordings
public import Records
import Reports
import Storage
public import Vocabulary

extension Archive {
    /// Writes an interview into a zip archive for somebody who has nothing of Viva, in the place of a file of that name: as a whole or
    /// not at all. What is in it is not encrypted.
    ///
    /// ```
    /// session.json        the interview; unpacked, the folder is a session folder that another archive takes in
    /// transcript.txt      what was asked and answered
    /// report.html         the report
    /// questions/01.wav    the recordings, by their names in the interview
    /// manifest.json       all of these with their sizes and SHA-256 sums; recordings that are kept nowhere, by their names
    /// ```
    ///
    /// - Parameters:
    ///   - wording: how words that were heard become text.
    ///   - resources: what there is to study.
    ///   - timeZone: the zone in which dates are told.
    ///   - now: when it is made.
    /// - Returns: What was written.
    /// - Throws: `ArchiveError`.
    @discardableResult
    public func export(
        _ name: RecordName, toZip path: String, wording: Wording = .asHeard, resources: [StudyResource] = [],
        timeZone: TimeZone = .gmt, now: Date = Date()
    ) async throws(ArchiveError) -> ExportManifest {
        do {
            let kept = try await records.interview(name)
            let report = try await report(
                of: kept, wording: wording, resources: resources, timeZone: timeZone, now: now)
            var export = RecordingExport()
            export.add(
                text: try SessionFolder.document(of: kept.interview), as: "session.json", kind: .session)
            export.add(
                text: TranscriptText(report: report).text, as: "transcript.txt",
                kind: .transcript)
            export.add(text: HTMLReport(report).text, as: "report.html", kind: .report)
            let stored = try await records.recordings(of: kept.number)
            for name in kept.interview.recordings {
                guard let address = stored[name]?.address, let id = RecordingID(address),
                    try vault.contains(id)
                else {
                    export.missing.append(name)
                    continue
                }
                export.add(try vault.open(id), as: name)
            }
            return try export.write(to: path)
        } catch {
            throw ArchiveError(error)
        }
    }
}
