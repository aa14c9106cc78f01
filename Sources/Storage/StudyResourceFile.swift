public import Interview
import Yams

/// Reads the things to study from a YAML file.
///
/// The file is a mapping with one key, `resources`: a list with the fields of `StudyResource`. Everything that is wrong is
/// reported at once, with its line.
public enum StudyResourceFile {
    /// The most bytes of the file; a larger one is refused before it is read.
    public static let limitBytes = 1024 * 1024

    /// The resources of a file, in its order: those that come first are recommended first.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong.
    public static func load(path: String) throws(QuestionBankFileError) -> [StudyResource] {
        let text: String
        do { text = try TextFile.read(path, limitBytes: limitBytes) } catch {
            throw QuestionBankFileError(problems: [.init(path: path, reason: error.description)])
        }
        return try resources(in: text, path: path)
    }

    private static func resources(
        in text: String, path: String
    ) throws(QuestionBankFileError) -> [StudyResource] {
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw QuestionBankFileError(problems: [.init(notYAML: error, path: path)])
        }
        guard let root else {
            let reason = "The file is empty: it needs a list named `resources`."
            throw QuestionBankFileError(problems: [.init(path: path, reason: reason)])
        }
        var fields = NodeFields(root, path: path)
        let list = fields.nodes("resources", orElse: "The list is missing or empty.")
        fields.finish()
        var problems = fields.problems
        let resources = list.enumerated().map { index, node in
            resource(node, path: path, index: index, problems: &problems)
        }
        guard problems.isEmpty else { throw QuestionBankFileError(problems: problems) }
        return resources
    }

    private static func resource(
        _ node: Node, path: String, index: Int, problems: inout [QuestionBankFileError.Problem]
    ) -> StudyResource {
        let field = "resources[\(index)]"
        var fields = NodeFields(node, path: path, questionID: nil, prefix: field)
        let year = fields.optionalString("year")
        let kind = fields.choice("kind", orElse: StudyResource.Kind.book)
        let resource = StudyResource(
            kind: kind, title: fields.string("title"), author: fields.optionalString("author"),
            year: year.flatMap { Int($0) },
            url: fields.optionalString("url"), note: fields.string("note"), topics: fields.strings("topics"))
        fields.finish()
        problems += fields.problems
        let report = { (name: String, reason: String) in
            QuestionBankFileError.Problem(
                path: path, position: node.mark.map { .line($0.line) }, field: "\(field).\(name)",
                reason: reason)
        }
        if let year, resource.year.map({ !(1800...2200).contains($0) }) ?? true {
            problems.append(report("year", "`\(year)` is not a year."))
        }
        if let url = resource.url, !url.hasPrefix("https://") {
            problems.append(report("url", "`\(url)` is not an address that begins with https://."))
        }
        if resource.topics.isEmpty {
            problems.append(
                report(
                    "topics",
                    "Name at least one category of questions, side of an answer or theme of delivery."))
        }
        return resource
    }
}
