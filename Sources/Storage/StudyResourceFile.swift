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
        let file = try ListFile(path: path, list: "resources", limitBytes: limitBytes)
        var problems = file.problems
        let resources = file.entries.map { resource($0, problems: &problems) }
        guard problems.isEmpty else { throw QuestionBankFileError(problems: problems) }
        return resources
    }

    private static func resource(
        _ entry: NodeFields, problems: inout [QuestionBankFileError.Problem]
    ) -> StudyResource {
        var fields = entry
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
                path: entry.path, position: entry.node.mark.map { .line($0.line) },
                field: "\(entry.prefix).\(name)", reason: reason)
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
