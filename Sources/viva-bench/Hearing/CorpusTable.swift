import FoundationEssentials
import Speech

/// The table of a corpus, `manifest.tsv`: tab-separated, with a heading line that names the columns.
///
/// `Docs/Corpus.md` describes the columns. Files are relative to the table.
enum CorpusTable {
    /// The sets that are spontaneous speech unless a column `kind` says otherwise. Sets named `NAME+fillers` are spliced.
    static let spontaneousSets: Set<String> = ["mfa_spont", "ami_meeting", "mfa_fillers_short"]

    /// The recordings of a folder with a `manifest.tsv`, or of a table named by itself.
    static func read(_ path: String) throws -> [BenchRecording] {
        let url = URL(filePath: path)
        var isFolder = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw CorpusFailure("\(path) does not exist: name a folder with a manifest.tsv, or the table.")
        }
        let table = isFolder ? url.appending(path: "manifest.tsv") : url
        guard let text = try? String(contentsOf: table, encoding: .utf8) else {
            throw CorpusFailure("\(table.path) cannot be read as UTF-8 text.")
        }
        return try recordings(
            text, name: table.path, folder: table.deletingLastPathComponent())
    }

    /// The recordings of a table's text.
    static func recordings(_ text: String, name: String, folder: URL) throws -> [BenchRecording] {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let heading = lines.first else { throw CorpusFailure("\(name) is empty.") }
        let columns = heading.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        for column in ["file", "transcript"] where !columns.contains(column) {
            throw CorpusFailure("\(name) has no column \(column): its first line names the columns.")
        }
        return try lines.enumerated().dropFirst().filter { !$0.element.isEmpty }.map { number, line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count <= columns.count else {
                throw CorpusFailure(
                    "\(name), line \(number + 1) has \(cells.count) cells for \(columns.count) columns.")
            }
            let row = Dictionary(zip(columns, cells)) { first, _ in first }.filter { !$0.value.isEmpty }
            do {
                var recording = try recording(row, folder: folder)
                // An empty cell says that there is none; without the column nothing is known of their times.
                if columns.contains("fillers") {
                    recording.fillers = try TimedWord.list(row["fillers"] ?? "")
                }
                return recording
            } catch {
                throw CorpusFailure("\(name), line \(number + 1): \(error)")
            }
        }
    }

    private static func recording(_ row: [String: String], folder: URL) throws -> BenchRecording {
        guard let file = row["file"] else { throw CorpusFailure("the file is missing.") }
        let url = folder.appending(path: file)
        var recording = BenchRecording(unknown: url.path)
        if let id = row["id"] { recording.id = id }
        if let set = row["set"] { recording.set = set }
        let isSpliced = recording.set.hasSuffix("+fillers")
        recording.kind =
            isSpliced ? .spliced : spontaneousSets.contains(recording.set) ? .spontaneous : .read
        if let kind = row["kind"] {
            guard let known = BenchRecording.Kind(rawValue: kind) else {
                let kinds = BenchRecording.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw CorpusFailure("`\(kind)` is no kind: it is one of \(kinds).")
            }
            recording.kind = known
        }
        recording.transcript = row["transcript"]
        let grid = row["textgrid"].map { folder.appending(path: $0) }
        let beside = url.deletingPathExtension().appendingPathExtension("TextGrid")
        if grid != nil || FileManager.default.fileExists(atPath: beside.path) {
            recording.words = try TextGrid(path: (grid ?? beside).path).words
        }
        let fillers = recording.words?.filter { Word.filledPauses.contains($0.text.lowercased()) }
        // A TextGrid that lacks some of the fillers of the transcript does not say when they were.
        if let fillers, fillers.count == SpokenWords.fillerCount(recording.transcript ?? "") {
            recording.fillers = fillers
        }
        if let question = row["question"] {
            recording.context = HearingContext(
                question: question, sampleAnswers: row["reference"].map { [$0] } ?? [],
                keyPoints: list(row["key_points"]), terms: list(row["tags"]))
        }
        recording.terms = row["terms"].map(KeyTerm.list) ?? []
        return recording
    }

    private static func list(_ cell: String?) -> [String] {
        (cell ?? "").split(separator: "|").map { $0.trimmed(while: \.isWhitespace) }.filter { !$0.isEmpty }
    }
}
