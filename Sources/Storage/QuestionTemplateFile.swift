public import Interview

/// Reads the templates that make questions for skills and roles.
///
/// A file is a mapping with one key, `templates`: a list with the fields of `Question`, in whose texts `{subject}` and
/// `{a subject}` stand for the name of a skill or role. `skills.yaml` is for skills and `roles.yaml` for roles.
public enum QuestionTemplateFile {
    /// The templates of a folder, in the order of their files.
    ///
    /// - Throws: `QuestionBankFileError` with everything that is wrong in any of them.
    public static func load(directory: String) throws(QuestionBankFileError) -> QuestionTemplates {
        let skills = directory + "/skills.yaml"
        let all = try QuestionBankFile.questions(
            in: [skills, directory + "/roles.yaml"], lists: [.templates])
        return QuestionTemplates(
            skills: all.filter { $0.path == skills }.map(\.question),
            roles: all.filter { $0.path != skills }.map(\.question))
    }
}
