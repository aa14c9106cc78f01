import FoundationEssentials
import Interview

/// Puts questions into the text of a YAML file and leaves the rest of it, comments and line ends too, as people wrote it.
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
            .replacing("\n", with: Self.lineEnd(of: text ?? ""))
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
        var lines = Self.lines(of: text)
        let end = Self.lineEnd(of: text)
        if let last = lines.last, last.last?.isNewline != true { lines[lines.count - 1] += end }
        let starts = before.compactMap { $0.line.map { $0 - 1 } }
        guard let first = starts.first, starts.count == before.count, lines.indices.contains(first),
            let hyphen = lines[first].firstIndex(of: "-"), lines[first][..<hyphen].allSatisfy({ $0 == " " })
        else { return nil }
        let indent = lines[first].distance(from: lines[first].startIndex, to: hyphen)
        let listIndent = Self.listIndent(in: lines[first...], fieldsAt: indent + 2)
        func written(_ question: Question) throws(StorageError) -> [String] {
            try QuestionFileWriter.yamlEntry(question, indent: indent, listIndent: listIndent)
                .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { $0 + end }
        }
        for (place, start) in starts.enumerated().reversed() {
            guard let question = replacing[before[place].question.id] else { continue }
            var after = place + 1 < starts.count ? starts[place + 1] : lines.count
            // What stands apart before the next question, such as a comment, belongs to that.
            while after > start + 1, Self.isApart(lines[after - 1]) { after -= 1 }
            guard start < after, after <= lines.count else { return nil }
            lines.replaceSubrange(start..<after, with: try written(question))
        }
        for question in added { lines += [end] + (try written(question)) }
        return lines.joined()
    }

    private static func isApart(_ line: String) -> Bool {
        let text = line.drop { $0 == " " || $0 == "\t" }
        return text.first.map { $0.isNewline || $0 == "#" } ?? true
    }

    /// The lines of a text, each with its end.
    private static func lines(of text: String) -> [String] {
        var lines: [String] = []
        var start = text.startIndex
        while start < text.endIndex {
            let end = text[start...].firstIndex(where: \.isNewline).map(text.index(after:)) ?? text.endIndex
            lines.append(String(text[start..<end]))
            start = end
        }
        return lines
    }

    /// How the lines of a text end, by its first.
    private static func lineEnd(of text: String) -> String {
        text.first { $0 == "\n" || $0 == "\r\n" } == "\r\n" ? "\r\n" : "\n"
    }

    /// How many spaces the entries of lists stand behind the names of fields, which stand behind `column` spaces; 0 where no list shows
    /// it.
    private static func listIndent(in lines: ArraySlice<String>, fieldsAt column: Int) -> Int {
        let field = String(repeating: " ", count: column) + "keyPoints:"
        for (line, next) in zip(lines, lines.dropFirst()) where line.prefix(while: { !$0.isNewline }) == field
        {
            guard let hyphen = next.firstIndex(where: { $0 != " " }), next[hyphen] == "-" else { continue }
            return max(0, next.distance(from: next.startIndex, to: hyphen) - column)
        }
        return 0
    }

    /// The questions of a text; `nil` when something in it is wrong.
    private static func questions(of text: String) -> [Question]? {
        let reader = QuestionBankFile.read(
            QuestionSource(name: "", format: .yaml, content: Data(text.utf8)), ids: nil)
        return reader.problems.isEmpty ? reader.questions.map(\.question) : nil
    }
}
