public import FoundationEssentials
public import Interview
public import Recordings
public import Records
import Reports
import Storage
public import Vocabulary

/// What is kept about a person, or everything, as it was handed out.
public struct HoldingsExport: Sendable, Hashable, Codable {
    /// The zip archive.
    public var path: String
    /// How many interviews are in it.
    public var interviews: Int
    /// How many resumes.
    public var resumes: Int
    /// What is in it.
    public var manifest: ExportManifest
    /// The names in the archive of recordings and files that something names and that are kept nowhere.
    public var missing: [String]
    /// What cannot be read and was left out.
    public var unreadable: [UnreadableRecord]
}

extension Archive {
    /// Writes all that is kept about a person, or all that is kept, into a zip archive for somebody who has nothing of Viva, in the
    /// place of a file of that name: as a whole or not at all. What is in it is not encrypted.
    ///
    /// ```
    /// data.json                           all rows: people, resumes, interviews with messages and reports,
    ///                                     own banks with their questions, own templates, recordings to be written down
    /// interviews/12/session.json          an interview; with its recordings, a session folder that another archive takes in
    /// interviews/12/transcript.txt        what was asked and answered
    /// interviews/12/report.html           its report
    /// interviews/12/questions/01.wav      its recordings, by their names in the interview
    /// interviews/12/messages/1.wav        what was recorded beside questions and answers
    /// interviews/12/reports/1.pdf         reports that were kept
    /// resumes/3/resume.pdf                a resume's file
    /// resumes/3/resume.txt                what was read in it
    /// transcripts/5.wav, 5.txt            a recording that was sent to be written down, and what was heard
    /// manifest.json                       all of these with their sizes and SHA-256 sums
    /// ```
    ///
    /// - Parameters:
    ///   - wording: how words that were heard become text.
    ///   - resources: what there is to study.
    ///   - timeZone: the zone in which dates are told.
    ///   - now: when it is made.
    /// - Throws: `ArchiveError`. A recording that is kept nowhere, and what cannot be read, is told and left out.
    public func export(
        _ scope: Holdings.Scope, toZip path: String, wording: Wording = .asHeard,
        resources: [StudyResource] = [], timeZone: TimeZone = .gmt, now: Date = Date()
    ) async throws(ArchiveError) -> HoldingsExport {
        do {
            var parts = HoldingsParts(vault: vault)
            let (interviews, resumes): ([PersonExport.HeldInterview], [KeptRecord<Resume>])
            let transcripts: [PersonExport.HeldTranscript]
            let unreadable: [UnreadableRecord]
            switch scope {
            case .person(let name):
                let data = try await records.export(person: name)
                try parts.add(data: data)
                (interviews, resumes, unreadable) = (data.interviews, data.resumes, data.unreadable)
                transcripts = data.transcripts
            case .everything:
                let data = try await records.exportEverything()
                try parts.add(data: data)
                (interviews, resumes, unreadable) = (data.interviews, data.resumes, data.unreadable)
                transcripts = data.transcripts
            }
            for held in interviews {
                let report = try await report(
                    of: try await records.interview(.number(held.number)), wording: wording,
                    resources: resources, timeZone: timeZone, now: now)
                try parts.add(held, report, try await records.recordings(of: held.number))
            }
            for resume in resumes {
                try parts.add(resume, file: try await records.file(ofResume: .number(resume.number)))
            }
            for transcript in transcripts { try parts.add(transcript) }
            let manifest = try parts.export.write(to: path)
            return HoldingsExport(
                path: path, interviews: interviews.count, resumes: resumes.count, manifest: manifest,
                missing: parts.missing, unreadable: unreadable)
        } catch {
            throw ArchiveError(error)
        }
    }
}
