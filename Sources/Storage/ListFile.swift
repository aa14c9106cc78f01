import Yams

/// Reads a YAML file that is a mapping with one key: a list, each entry of which is a mapping.
package struct ListFile {
    /// The fields of each entry, to be read and finished by whoever asks.
    package let entries: [NodeFields]
    /// What is wrong with the file besides its entries.
    package let problems: [QuestionBankFileError.Problem]

    /// Reads a file.
    ///
    /// - Parameter list: The name of the list.
    /// - Throws: `QuestionBankFileError` when the file cannot be read, has more bytes than `limitBytes` or is no YAML.
    package init(path: String, list: String, limitBytes: Int) throws(QuestionBankFileError) {
        let text: String
        do { text = try TextFile.read(path, limitBytes: limitBytes) } catch {
            throw QuestionBankFileError(problems: [.init(path: path, reason: error.description)])
        }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch {
            throw QuestionBankFileError(problems: [.init(notYAML: error, path: path)])
        }
        guard let root else {
            let reason = "The file is empty: it needs a list named `\(list)`."
            throw QuestionBankFileError(problems: [.init(path: path, reason: reason)])
        }
        var fields = NodeFields(root, path: path)
        let nodes = fields.nodes(list, orElse: "The list is missing or empty.")
        fields.finish()
        problems = fields.problems
        entries = nodes.enumerated().map { NodeFields($1, path: path, prefix: "\(list)[\($0)]") }
    }
}
