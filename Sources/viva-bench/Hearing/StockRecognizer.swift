import Speech

/// `pocketsphinx_continuous` of Debian's package pocketsphinx with its default values: what there is without Viva.
enum StockRecognizer {
    /// The program's name.
    static let program = "pocketsphinx_continuous"

    /// Runs it on a WAV file. Its words are asked for with times, which changes the output and not the search.
    static func run(_ wav: String) throws -> MeasuredProcess {
        try MeasuredProcess.run(program, ["-infile", wav, "-time", "yes", "-logfn", "/dev/null"])
    }

    /// The words in what it wrote: after the text of each utterance a line for each word, with its start and end in
    /// seconds and its probability. Marks of silence, noise and sentence edges are no words.
    static func words(_ output: String) -> [Word] {
        output.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: " ")
            guard cells.count == 4, let start = Double(cells[1]), let end = Double(cells[2]),
                let probability = Double(cells[3]), let first = cells[0].first, !"<[+".contains(first)
            else { return nil }
            let text = cells[0].hasSuffix(")") ? cells[0].prefix { $0 != "(" } : cells[0]
            return Word(
                text: text.lowercased(), time: TimeRange(startSeconds: start, endSeconds: end),
                confidence: probability)
        }
    }
}
