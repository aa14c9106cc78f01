import Yams

extension QuestionBankFileError.Problem {
    /// A fault of the YAML of a file, with its place.
    init(notYAML error: any Error, path: String) {
        guard let error = error as? YamlError else {
            self.init(path: path, reason: "The file is not YAML: \(error).")
            return
        }
        let (line, reason): (Int?, String) =
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                (mark.line, problem)
            case .duplicatedKeysInMapping(_, let context):
                (context.mark.line, "a key occurs twice in one mapping")
            default: (nil, "\(error)")
            }
        self.init(path: path, position: line.map { .line($0) }, reason: "The file is not YAML: \(reason).")
    }
}
