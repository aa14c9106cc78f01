public import Interview

/// Reads question banks from YAML files.
public enum QuestionBankFile {
    /// The questions of one file.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong.
    public static func load(path: String) throws(QuestionBankFileError) -> QuestionBank {
        throw QuestionBankFileError(problems: [])
    }

    /// The questions of all `.yaml` and `.yml` files of a directory, in the order of their names.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func load(directory: String) throws(QuestionBankFileError) -> QuestionBank {
        throw QuestionBankFileError(problems: [])
    }
}
