import Foundation
public import Interview

/// Reads question banks from files.
///
/// A YAML file is a mapping with one key, `questions`: a list of questions with the fields of `Question`; or, where
/// `QuestionList` says so, `templates`. A file whose name
/// ends in `.json` or `.csv` holds the same as JSON or as a table. Everything that is wrong is reported at once, with its
/// line, row or entry.
public enum QuestionBankFile {
    /// The most bytes of one file; larger ones are refused before they are read.
    public static let limitBytes = 16 * 1024 * 1024

    /// The questions of one file.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong.
    public static func load(path: String) throws(QuestionBankFileError) -> QuestionBank {
        try bank(of: questions(of: [read(path)]))
    }

    /// The questions of all `.yaml` and `.yml` files of a directory, in the order of their names.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func load(directory: String) throws(QuestionBankFileError) -> QuestionBank {
        let files = files(in: directory).map { $0.problems.isEmpty ? read($0.path) : $0 }
        return try bank(of: questions(of: files))
    }

    /// The questions of files, and of the `.yaml` and `.yml` files of directories, as one bank, each with its place. A file
    /// that is named twice is read once.
    ///
    /// - Parameter lists: what a YAML file may hold. Templates may have the ids of questions.
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func questions(
        in paths: [String], lists: Set<QuestionList> = [.questions]
    ) throws(QuestionBankFileError) -> [PlacedQuestion] {
        var files: [QuestionFileReader] = []
        var known: Set<String> = []
        for path in paths {
            for file in Self.files(at: path)
            where known.insert(URL(fileURLWithPath: file.path).resolvingSymlinksInPath().path).inserted {
                files.append(file.problems.isEmpty ? read(file.path, lists: lists) : file)
            }
        }
        return try questions(of: files)
    }

    /// The question files of a directory in the order of their names, not read yet, or what is wrong with it.
    private static func files(in directory: String) -> [QuestionFileReader] {
        var folder = QuestionFileReader(path: directory)
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory)
            let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
            if !files.isEmpty {
                return files.map {
                    QuestionFileReader(path: (directory as NSString).appendingPathComponent($0))
                }
            }
            folder.report("The directory holds no .yaml file: add one with questions.")
        } catch {
            folder.report("The directory cannot be read: \(StorageError.reason(error)).")
        }
        return [folder]
    }

    /// The question files at a path, not read yet.
    private static func files(at path: String) -> [QuestionFileReader] {
        var isDirectory: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        return isThere && isDirectory.boolValue ? files(in: path) : [QuestionFileReader(path: path)]
    }

    /// One bank of what several files gave.
    private static func bank(of questions: [PlacedQuestion]) throws(QuestionBankFileError) -> QuestionBank {
        do {
            return try QuestionBank(questions.map(\.question))
        } catch {
            throw QuestionBankFileError(problems: [
                .init(path: questions.first?.path ?? "", reason: "\(error)")
            ])
        }
    }

    /// What several files gave, when nothing in them is wrong and no id is used twice in lists of one sort.
    private static func questions(
        of files: [QuestionFileReader]
    ) throws(QuestionBankFileError) -> [PlacedQuestion] {
        var problems = files.flatMap(\.problems)
        let questions = files.flatMap(\.questions)
        var firstPaths: [QuestionList: [String: String]] = [:]
        for question in questions {
            let id = question.question.id
            if let path = firstPaths[question.list]?[id] {
                problems.append(
                    .init(
                        path: question.path, position: question.position, questionID: id, list: question.list,
                        field: "id",
                        reason: "The id is already used in \(path): give each \(question.list.entry) its own."
                    ))
            } else {
                firstPaths[question.list, default: [:]][id] = question.path
            }
        }
        guard problems.isEmpty else { throw QuestionBankFileError(problems: problems) }
        return questions
    }

    private static func read(
        _ path: String, lists: Set<QuestionList> = [.questions]
    ) -> QuestionFileReader {
        let format = QuestionFormat(path: path) ?? .yaml
        return read(QuestionSource(name: path, format: format), lists: lists, ids: nil)
    }

    /// What a source gives: its questions, and what is wrong with it.
    static func read(
        _ source: QuestionSource, lists: Set<QuestionList> = [.questions], ids: QuestionIDs?
    ) -> QuestionFileReader {
        var reader = QuestionFileReader(path: source.name, format: source.format, lists: lists, ids: ids)
        do throws(TextFile.Failure) {
            let data: Data
            if let content = source.content {
                data = content
            } else {
                data = try TextFile.bytes(of: source.name, limitBytes: limitBytes)
            }
            reader.read(try TextFile.text(of: data, limitBytes: limitBytes))
        } catch {
            reader.report(error.description)
        }
        return reader
    }
}
