import FoundationEssentials
import Interview
import Storage

/// The file that new questions of one's own are written to, and the questions that there are before.
struct QuestionTarget {
    let path: String
    let bank: QuestionImport.Bank

    /// The file `path` or, left out, the usual one in the folder of one's own questions.
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
        bank = try Questions.read(besides: self.path)
    }

    /// Writes what an import gives and returns the paths of the files.
    func write(_ questions: QuestionImport) throws -> [String] {
        do { return try QuestionBankFile.write(questions, own: bank.own, to: path) } catch let error
            as StorageError
        {
            throw CommandFailure(.cannotWrite, "\(error)")
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
