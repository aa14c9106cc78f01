import FoundationEssentials

/// The recordings of the technical answers, which are made on the machine and not kept in the repository.
enum SpokenAnswers {
    /// Runs the script `make` beside the folder of answers, which speaks what is new, and gives the corpora it names,
    /// one a line.
    static func corpora(of answers: String) throws -> [String] {
        let script = URL(filePath: answers).deletingLastPathComponent().appending(path: "make").path
        guard FileManager.default.isExecutableFile(atPath: script) else {
            throw CorpusFailure("\(script), which makes the recordings of \(answers), cannot be run.")
        }
        let folders = try MeasuredProcess.run(script, [], showingErrors: true).output.split(separator: "\n")
        return folders.map(String.init)
    }
}
