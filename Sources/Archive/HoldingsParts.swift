import FoundationEssentials
import Interview
import Recordings
import Records
import Reports
import Storage

/// The parts of what is handed out of what is kept, each under its name in the archive.
struct HoldingsParts {
    private(set) var export = RecordingExport()
    /// The names of recordings and files that are kept nowhere.
    private(set) var missing: [String] = []
    private let vault: RecordingVault

    /// Nothing yet, with recordings of a vault.
    init(vault: RecordingVault) { self.vault = vault }

    /// Adds the rows.
    mutating func add(data: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let text: Data
        do { text = try encoder.encode(data) } catch {
            throw StorageError.writeFailed(path: "data.json", reason: StorageError.systemReason(error))
        }
        export.add(text: String(decoding: text, as: UTF8.self) + "\n", as: "data.json", kind: .other)
    }

    /// Adds an interview with its recordings.
    mutating func add(
        _ held: PersonExport.HeldInterview, _ report: InterviewReport, _ stored: [String: KeptRecording]
    ) throws {
        let folder = "interviews/\(held.number)"
        export.add(
            text: try SessionFolder.document(of: held.interview), as: folder + "/session.json", kind: .session
        )
        export.add(
            text: TranscriptText(report: report).text, as: folder + "/transcript.txt",
            kind: .transcript)
        export.add(text: HTMLReport(report).text, as: folder + "/report.html", kind: .report)
        for name in held.interview.recordings {
            try add(file: stored[name]?.address, as: "\(folder)/\(name)", kind: .recording)
        }
        for (index, message) in held.messages.enumerated() {
            guard let address = message.recording else { continue }
            try add(kept: address, as: "\(folder)/messages/\(index + 1)", kind: .recording)
        }
        for (index, report) in held.reports.enumerated() {
            guard let address = report.file else { continue }
            try add(kept: address, as: "\(folder)/reports/\(index + 1)", kind: .report)
        }
    }

    /// Adds a resume with its file.
    mutating func add(_ resume: KeptRecord<Resume>, file: String?) throws {
        let folder = "resumes/\(resume.number)"
        let name = Self.name(resume.value.fileName)
        let text = name == "resume.txt" ? "text.txt" : "resume.txt"
        export.add(text: resume.value.text, as: "\(folder)/\(text)", kind: .other)
        if let file { try add(file: file, as: "\(folder)/\(name)", kind: .other) }
    }

    /// Adds a recording that was sent to be written down, with what was heard.
    mutating func add(_ transcript: PersonExport.HeldTranscript) throws {
        let path = "transcripts/\(transcript.number)"
        try add(kept: transcript.recording, as: path, kind: .recording)
        if let text = transcript.text { export.add(text: text + "\n", as: path + ".txt", kind: .transcript) }
    }

    /// Adds a file whose name is not known, with the ending that its first bytes tell.
    private mutating func add(kept address: String, as path: String, kind: ExportedFile.Kind) throws {
        guard let id = RecordingID(address), try vault.contains(id) else { return missing.append(path) }
        let start = try vault.read(id, 0..<4)
        let ending = Self.endings.first { start.starts(with: $0.bytes) }?.ending ?? ""
        export.add(id, of: vault, as: path + ending, kind: kind)
    }

    private mutating func add(file address: String?, as path: String, kind: ExportedFile.Kind) throws {
        guard let address, let id = RecordingID(address), try vault.contains(id) else {
            return missing.append(path)
        }
        export.add(id, of: vault, as: path, kind: kind)
    }

    /// How files begin that are kept beside interviews.
    private static let endings: [(bytes: [UInt8], ending: String)] = [
        (Array("RIFF".utf8), ".wav"), (Array("fLaC".utf8), ".flac"), (Array("OggS".utf8), ".ogg"),
        (Array("%PDF".utf8), ".pdf"),
    ]

    /// A file name that every system can unpack: signs with a meaning somewhere become `_`.
    private static func name(_ fileName: String) -> String {
        let name = String(
            fileName.suffix(100).map { sign in
                sign.isLetter || sign.isNumber || " .-_+()".contains(sign) ? sign : "_"
            })
        return name.allSatisfy({ ". ".contains($0) }) ? "resume" : name
    }
}
