import FoundationEssentials
import Interview
import Storage

/// The questions that can be asked: those that come with Viva, and one's own.
enum Questions {
    /// Reads the bank.
    ///
    /// - Parameter paths: files and folders to read in the place of one's own folder.
    static func load(bank paths: [String] = []) throws -> QuestionBank {
        try bank(of: read(bank: paths))
    }

    /// Those alone that come with Viva, whatever is wrong with one's own.
    static func shipped() throws -> QuestionImport.Bank {
        .init(shipped: try QuestionBankFile.questions(in: [shippedFolder()]), own: [])
    }

    /// The questions that were read as one bank.
    static func bank(of found: QuestionImport.Bank) throws -> QuestionBank {
        try QuestionBank((found.shipped + found.own).map(\.question))
    }

    /// Reads the templates that make questions about what the bank lacks. They are read where such questions are to be made,
    /// since everything else can be done without them.
    ///
    /// - Parameter other: what can be done without them, as in "or do this"; `nil` where nothing can.
    /// - Throws: `CommandFailure` with everything that is wrong in them and what to do about it.
    static func templates(orElse other: String? = nil) throws -> QuestionTemplates {
        let folder = try templatesFolder()
        do throws(QuestionBankFileError) { return try QuestionTemplateFile.load(directory: folder) } catch {
            let deed =
                hasTemplates ? "mend this" : "put the folder `templates` that comes with Viva into its place"
            throw CommandFailure(
                .badInput,
                lines: error.problems.map(\.description) + [
                    "Questions about what the bank lacks are made from templates: \(deed)\(other.map { ", " + $0 } ?? "")."
                ])
        }
    }

    /// Whether there is a folder of templates.
    static var hasTemplates: Bool {
        (try? templatesFolder()).map(FileManager.default.fileExists) ?? false
    }

    /// What is expected of interviews is counted from these: the bank or, where a question of one's own is not as it should
    /// be, what comes with Viva. A mistake in it is told where questions are asked or looked at, and is no reason not to
    /// write down a recording.
    static func expected() throws -> [Question] {
        do { return try load().questions } catch is CommandFailure {
            return try bank(of: shipped()).questions
        }
    }

    /// Reads the bank with the place of each question.
    ///
    /// - Parameter file: a file of questions to read too, when it is there.
    static func read(bank paths: [String] = [], besides file: String? = nil) throws -> QuestionImport.Bank {
        try checkArePresent(paths)
        let more = [file].compactMap { $0 }.filter { FileManager.default.fileExists(atPath: $0) }
        let folder = try shippedFolder()
        let shipped = URL(filePath: folder).resolvingSymlinksInPath().path
        let isShipped = { (path: String) in
            let place = URL(filePath: path)
            return path == folder
                || place.deletingLastPathComponent().resolvingSymlinksInPath().path == shipped
        }
        do throws(QuestionBankFileError) {
            let all = try QuestionBankFile.questions(in: [folder] + (paths.isEmpty ? own : paths) + more)
            let shippedPaths = Set(Set(all.map(\.path)).filter(isShipped))
            return .init(
                shipped: all.filter { shippedPaths.contains($0.path) },
                own: all.filter { !shippedPaths.contains($0.path) })
        } catch {
            guard !error.problems.contains(where: { isShipped($0.path) }) else { throw error }
            let remedies = remedies(for: error.problems, paths, besides: more)
            throw CommandFailure(.badInput, lines: error.problems.map(\.description) + remedies)
        }
    }

    /// What to do about mistakes in questions that do not come with Viva: in files named with --bank or, `target`, with
    /// --to, and in the folder of one's own.
    private static func remedies(
        for problems: [QuestionBankFileError.Problem], _ paths: [String], besides target: [String]
    ) -> [String] {
        let resolved = { (path: String) in URL(filePath: path).resolvingSymlinksInPath().path }
        let own = resolved(Places.questions) + "/"
        let targets = Set(target.map(resolved).filter { !$0.hasPrefix(own) })
        let isInTarget = Set(problems.map { targets.contains(resolved($0.path)) })
        var remedies: [String] = []
        if isInTarget.contains(true) {
            let files = target.map(Places.short).joined(separator: ", ")
            remedies.append("Mend \(files), or name another file with --to.")
        }
        if isInTarget.contains(false) {
            remedies.append(
                paths.isEmpty
                    ? "Mend this, or move the file out of \(Places.short(Places.questions)); the questions that come with "
                        + "Viva are whole and can then be asked."
                    : "Mend this, or leave out its --bank.")
        }
        return remedies
    }

    /// What `questions check` looks at when no path is named: the files, and what is to be in them. Templates are not needed.
    static func paths() throws -> [(paths: [String], lists: Set<QuestionList>)] {
        [([try shippedFolder()] + own, [.questions])]
            + (hasTemplates ? [([try templatesFolder()], [.templates])] : [])
    }

    /// Fails when a path that the user named is not there.
    static func checkArePresent(_ paths: [String]) throws {
        let missing = paths.filter { !FileManager.default.isReadableFile(atPath: $0) }
        guard missing.isEmpty else {
            throw CommandFailure(
                .noInput,
                lines: missing.map { "\($0): There is no such file or folder, or it cannot be read." })
        }
    }

    private static func shippedFolder() throws -> String { try Places.data() + "/questions" }
    /// The folder of templates.
    static func templatesFolder() throws -> String { try Places.data() + "/templates" }

    /// The folder of one's own questions, unless there is none or no question file in it.
    private static var own: [String] {
        guard FileManager.default.fileExists(atPath: Places.questions) else { return [] }
        // A folder that cannot be read is told when it is read.
        let names = try? FileManager.default.contentsOfDirectory(atPath: Places.questions)
        return names?.contains { QuestionFormat(path: $0) == .yaml } ?? true ? [Places.questions] : []
    }
}

extension QuestionBank {
    /// A question by its id, or a failure that names what is there.
    func question(_ id: String) throws -> Question {
        if let question = self[id] { return question }
        let near = questions.map(\.id).filter { $0.contains(id) || id.contains($0) }
        let hint = near.isEmpty ? questions.prefix(5).map(\.id) + ["..."] : near
        throw CommandFailure(.usage, "There is no question \(id). There are: \(hint.joined(separator: ", "))")
    }
}
