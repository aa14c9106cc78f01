import Foundation
public import Interview
import Yams

/// Reads question banks from YAML files.
///
/// A file is a mapping with one key, `questions`: a list of questions with the fields of `Question`. Everything that
/// is wrong is reported at once, with its line.
public enum QuestionBankFile {
    /// The most bytes of one file; larger ones are refused before they are read.
    public static let limitBytes = 16 * 1024 * 1024

    /// The questions of one file.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong.
    public static func load(path: String) throws(QuestionBankFileError) -> QuestionBank {
        try bank(of: [read(path)])
    }

    /// The questions of all `.yaml` and `.yml` files of a directory, in the order of their names.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func load(directory: String) throws(QuestionBankFileError) -> QuestionBank {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: directory)
        } catch {
            throw QuestionBankFileError(problems: [
                .init(path: directory, reason: "The directory cannot be read: \(error.localizedDescription)")
            ])
        }
        let files = names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
        guard !files.isEmpty else {
            throw QuestionBankFileError(problems: [
                .init(path: directory, reason: "The directory holds no .yaml file: add one with questions.")
            ])
        }
        return try bank(of: files.map { read((directory as NSString).appendingPathComponent($0)) })
    }

    /// One bank of what several files gave.
    private static func bank(of files: [QuestionFileReader]) throws(QuestionBankFileError) -> QuestionBank {
        var problems = files.flatMap(\.problems)
        let questions = files.flatMap(\.questions)
        var firstPath: [String: String] = [:]
        for question in questions {
            if let path = firstPath[question.value.id] {
                problems.append(
                    .init(
                        path: question.path, line: question.line, questionID: question.value.id, field: "id",
                        reason: "The id is already used in \(path): give each question its own."))
            } else {
                firstPath[question.value.id] = question.path
            }
        }
        guard problems.isEmpty else { throw QuestionBankFileError(problems: problems) }
        do {
            return try QuestionBank(questions.map(\.value))
        } catch {
            throw QuestionBankFileError(problems: [.init(path: files.first?.path ?? "", reason: "\(error)")])
        }
    }

    private static func read(_ path: String) -> QuestionFileReader {
        var reader = QuestionFileReader(path: path)
        do {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            let size = (attributes[.size] as? NSNumber)?.intValue ?? 0
            guard size <= limitBytes else {
                reader.report("The file has \(size) bytes, more than the \(limitBytes) allowed: split it.")
                return reader
            }
            let data = try Data(contentsOf: URL(fileURLWithPath: path))
            guard let text = String(data: data, encoding: .utf8) else {
                reader.report("The file is not UTF-8 text: save it as UTF-8.")
                return reader
            }
            reader.read(text)
        } catch {
            reader.report("The file cannot be read: \(error.localizedDescription)")
        }
        return reader
    }
}
