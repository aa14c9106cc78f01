import FoundationEssentials
import Interview

/// Puts questions into the text of a YAML file and leaves the rest of it, comments too, as people wrote it.
struct QuestionFileEdit {
    private let path: String
    /// The text before; `nil` when there is no file yet.
    private let text: String?
    /// The questions before.
    private let before: [PlacedQuestion]

    /// An edit of the file at `path` that is there or is to be.
    ///
    /// - Throws: `QuestionBankFileError` when the file is there and is no whole question file.
    init(path: String) throws(QuestionBankFileError) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else {
            (text, before) = (nil, [])
            return
        }
        let reader = QuestionBankFile.read(QuestionSource(name: path, format: .yaml), ids: nil)
        guard reader.problems.isEmpty else { throw QuestionBankFileError(problems: reader.problems) }
        do {
            text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        } catch {
            throw QuestionBankFileError(problems: [
                .init(path: path, reason: "The file cannot be read: \(StorageError.reason(error)).")
            ])
        }
        before = reader.questions
    }

    /// The text with `replacing` in the place of those of their ids and `added` at its end.
    ///
    /// It is read again before it is given: a file whose layout does not allow to keep its text is written anew.
    func text(adding added: [Question], replacing: [Question]) throws(StorageError) -> String {
        let byID = Dictionary(replacing.map { ($0.id, $0) }) { first, _ in first }
        let after = before.map { byID[$0.question.id] ?? $0.question } + added
        if let text, let edited = try edited(text, adding: added, replacing: byID),
            Self.questions(of: edited) == after
        {
            return edited
        }
        let whole = try QuestionFileWriter.text(of: after, format: .yaml)
        guard Self.questions(of: whole) == after else {
            throw .writeFailed(
                path: path,
                reason: "a question would not be read back as it is; look for unusual characters in it")
        }
        return whole
    }

    /// The text changed line by line, where every question begins on a line of its own; `nil` where one does not.
    private func edited(
        _ text: String, adding added: [Question], replacing: [String: Question]
    ) throws(StorageError) -> String? {
        var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        if lines.last == "" { lines.removeLast() }
        let starts = before.compactMap { $0.line.map { $0 - 1 } }
        guard let first = starts.first, starts.count == before.count, lines.indices.contains(first),
            let hyphen = lines[first].firstIndex(of: "-"), lines[first][..<hyphen].allSatisfy({ $0 == " " })
        else { return nil }
        let indent = lines[first].distance(from: lines[first].startIndex, to: hyphen)
        for (place, start) in starts.enumerated().reversed() {
            guard let question = replacing[before[place].question.id] else { continue }
            var end = place + 1 < starts.count ? starts[place + 1] : lines.count
            // What stands apart before the next question, such as a comment, belongs to that.
            while end > start + 1, Self.isApart(lines[end - 1]) { end -= 1 }
            guard start < end, end <= lines.count else { return nil }
            lines.replaceSubrange(start..<end, with: try Self.lines(of: question, indent: indent))
        }
        for question in added { lines += [""] + (try Self.lines(of: question, indent: indent)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func isApart(_ line: String) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        return text.isEmpty || text.hasPrefix("#")
    }

    private static func lines(of question: Question, indent: Int) throws(StorageError) -> [String] {
        let text = try QuestionFileWriter.yamlEntry(question, indent: indent)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The questions of a text; `nil` when something in it is wrong.
    private static func questions(of text: String) -> [Question]? {
        let reader = QuestionBankFile.read(
            QuestionSource(name: "", format: .yaml, content: Data(text.utf8)), ids: nil)
        return reader.problems.isEmpty ? reader.questions.map(\.question) : nil
    }
}
