import FoundationEssentials
import Interview
import Storage

/// The file that new questions of one's own are written to.
struct QuestionTarget {
    /// What was taken into the file.
    struct Change {
        /// The questions of the sources.
        var found: QuestionImport
        /// The questions that there were before.
        var bank: QuestionImport.Bank
        /// The files that were written; none when nothing was to be taken.
        var files: [String] = []
    }

    let path: String

    /// The file `path` or, left out, the usual one in the folder of one's own questions.
    ///
    /// - Throws: `CommandFailure` when it is a folder or does not end as a YAML file does.
    init(_ path: String?) throws {
        self.path = path ?? Places.questions + "/my-questions.yaml"
        var isFolder = false
        if FileManager.default.fileExists(atPath: self.path, isDirectory: &isFolder), isFolder {
            let option = path == nil ? "" : "--to "
            throw CommandFailure(
                .cannotWrite,
                "\(option)\(self.path): This is a folder: name a file, such as \(self.path)/my-questions.yaml."
            )
        }
        guard QuestionFormat(path: self.path) == .yaml else {
            throw CommandFailure(
                .usage, "--to \(self.path): Questions are kept as YAML; give a name that ends in .yaml.")
        }
    }

    /// The questions that there are, those of the file too.
    func bank() throws -> QuestionImport.Bank { try Questions.read(besides: path) }

    /// Takes sources into the file where that is wanted of what they give.
    ///
    /// Nothing is made or locked before something is to be written. Other programs are then kept out, and where one of them
    /// changed the questions meanwhile, the sources are compared with what is there now.
    func take(
        _ sources: [QuestionSource], clash: QuestionImport.Clash = .refused,
        where isWanted: (QuestionImport) -> Bool
    ) async throws -> Change {
        let sources = sources.map { $0.loaded() }
        func compared(with bank: QuestionImport.Bank) -> Change {
            Change(found: QuestionImport(of: sources, into: bank, clash: clash), bank: bank)
        }
        let first = compared(with: try bank())
        guard isWanted(first.found) else { return first }
        let replaced = Set(first.found.replacing.map(\.question.id))
        let places = [path] + first.bank.own.filter { replaced.contains($0.question.id) }.map(\.path)
        return try await QuestionBankFile.locking(places) {
            let now = try bank()
            var change = now == first.bank ? first : compared(with: now)
            guard isWanted(change.found) else { return change }
            change.files = try QuestionBankFile.write(change.found, own: now.own, to: path)
            return change
        }
    }

    /// What is to be done for the questions of `path` to be asked, where it is not in the folder that is read; `nil` where
    /// nothing is.
    var hint: String? {
        let folder = URL(filePath: path).deletingLastPathComponent().resolvingSymlinksInPath().path
        let own = URL(filePath: Places.questions).resolvingSymlinksInPath().path
        return folder == own
            ? nil
            : "This file is not in \(Places.short(Places.questions)): name it with --bank to be asked from it."
    }
}
