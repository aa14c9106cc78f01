import Foundation
public import Interview
import Yams

/// Reads interview templates from files.
///
/// A YAML or JSON file is a mapping with one key, `interviews`: a list of templates. What a template asks is either
/// `questions`, a list of ids of a bank and of questions that it brings itself, or `questionCount`, how many are chosen while
/// the interview is held. Everything that is wrong is reported at once, with its line.
public enum InterviewTemplateFile {
    /// The templates of some sources, in their order.
    ///
    /// - Parameter bank: the questions that there are; a question of a template that says no id gets one that none of these has.
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func entries(
        in sources: [QuestionSource], bank: [Question] = []
    ) throws(QuestionBankFileError) -> [InterviewTemplateEntry] {
        let texts = Dictionary(bank.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        var reader = InterviewTemplateReader(ids: QuestionIDs(textByID: texts))
        for source in sources { reader.read(source) }
        guard reader.problems.isEmpty else { throw QuestionBankFileError(problems: reader.problems) }
        return reader.entries
    }

    /// The templates of all `.yaml` and `.yml` files of a folder, in the order of their names.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func entries(
        directory: String, bank: [Question] = []
    ) throws(QuestionBankFileError) -> [InterviewTemplateEntry] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: directory) } catch {
            throw QuestionBankFileError(problems: [
                .init(
                    path: directory, reason: "The directory cannot be read: \(StorageError.reason(error)).")
            ])
        }
        let files = names.filter { QuestionFormat(path: $0) == .yaml }.sorted()
        return try entries(
            in: files.map {
                QuestionSource(name: (directory as NSString).appendingPathComponent($0), format: .yaml)
            }, bank: bank)
    }
}
