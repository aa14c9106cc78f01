import FoundationEssentials

/// The texts that language models are made of, to keep their words apart from those that are to be heard without them.
struct ModelTexts {
    /// The words of all lines, a mark after each line so that nothing is found across two.
    private var words: [String] = []
    /// The text of each file.
    private(set) var texts: [String] = []

    /// Reads text files, and those in folders, by the endings txt, yaml, yml and md.
    init(_ paths: [String]) throws {
        for path in paths {
            var isFolder = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CorpusFailure("\(path) does not exist.")
            }
            var files = [path]
            if isFolder {
                files = try FileManager.default.subpathsOfDirectory(atPath: path).map { "\(path)/\($0)" }
                    .filter { file in ["txt", "yaml", "yml", "md"].contains { file.hasSuffix(".\($0)") } }
            }
            for file in files.sorted() {
                let text = try String(contentsOf: URL(filePath: file), encoding: .utf8)
                texts.append(text)
                words += text.split(whereSeparator: \.isNewline).flatMap {
                    SpokenWords.words(String($0)) + ["\n"]
                }
            }
        }
    }

    /// Whether a recording without a question has a term that stands in the texts.
    func holdTerm(of recording: BenchRecording) -> Bool {
        recording.context == nil && recording.terms.contains { $0.occurs(in: words) }
    }
}
