import Foundation
public import Speech
public import Vocabulary

/// The folder of what Viva knows of interviews beforehand: `vocabulary/*.txt`, the terms, and `interview/*.txt`, phrases of
/// candidates, one a line.
public struct HearingFolder: Sendable {
    /// Where it lies.
    public let path: String

    /// The folder at `path`; nothing is read yet.
    public init(path: String) { self.path = path }

    /// The terms, with the sound of ordinary words in them taken from a model's dictionary.
    ///
    /// - Throws: `RecognitionError.textsInvalid` when a file cannot be read or a term is wrong.
    public func lexicon(model: PocketSphinxModel = .installed()) throws(RecognitionError) -> Lexicon {
        let known = try PronunciationDictionary(path: model.dictionaryPath)
            .pronunciations(of: Self.plainWords(of: try termFiles()))
        return try lexicon(LexiconReader { known[$0] ?? [] })
    }

    private func lexicon(_ reader: LexiconReader) throws(RecognitionError) -> Lexicon {
        let files = try termFiles()
        do throws(LexiconError) {
            return Lexicon(entries: try reader.entries(of: files))
        } catch {
            throw .textsInvalid(path: path + "/vocabulary", reason: "\(error)")
        }
    }

    func termFiles() throws(RecognitionError) -> [LexiconReader.File] {
        try files(in: "vocabulary").map { LexiconReader.File(name: $0.name, text: $0.text) }
    }

    /// The terms without their sound, for writing and judging, which need no model.
    ///
    /// - Throws: `RecognitionError.textsInvalid` when a file cannot be read or a term is wrong.
    public func writtenTerms() throws(RecognitionError) -> Lexicon { try lexicon(LexiconReader()) }

    /// The phrases of candidates.
    ///
    /// - Throws: `RecognitionError.textsInvalid` when a file cannot be read.
    public func phrases() throws(RecognitionError) -> [WeightedText] {
        try files(in: "interview").flatMap { file in
            file.text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
                .map { WeightedText(String($0)) }
        }
    }

    /// The words of the right sides that a general dictionary is asked for.
    private static func plainWords(of files: [LexiconReader.File]) -> Set<String> {
        var words: Set<String> = []
        for file in files {
            for line in file.text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
                for part in line.split(whereSeparator: { $0 == " " || $0 == "," })
                where part.first?.isLowercase == true {
                    words.insert(String(part))
                }
            }
        }
        return words
    }

    private func files(in folder: String) throws(RecognitionError) -> [(name: String, text: String)] {
        let folder = path + "/" + folder
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw .textsInvalid(path: folder, reason: "it cannot be read: \(error.localizedDescription)")
        }
        var files: [(name: String, text: String)] = []
        for name in names where name.hasSuffix(".txt") {
            let file = folder + "/" + name
            guard let data = FileManager.default.contents(atPath: file) else {
                throw .textsInvalid(path: file, reason: "it cannot be read; is it a file that you may read?")
            }
            guard let text = String(bytes: data, encoding: .utf8) else {
                throw .textsInvalid(path: file, reason: "it is not UTF-8 text")
            }
            files.append((name, text))
        }
        guard !files.isEmpty else { throw .textsInvalid(path: folder, reason: "it holds no .txt file") }
        return files
    }
}
