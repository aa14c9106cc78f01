import Foundation
import Speech
import Vocabulary

/// An interview's language model on disk, so that it is counted once: ARPA text, and beside it the words that had to be
/// given pronunciations.
///
/// Each file is whole or not there, and two processes that write at once leave good files. The words are written last and
/// say how long the model is, so a model without them, or of another length, is made again.
struct InterviewCache {
    let folder: String
    let key: UInt64

    private var stem: String { "\(folder)/interview-\(String(key, radix: 16))" }
    private var modelPath: String { stem + ".arpa" }
    private var wordsPath: String { stem + ".words" }

    /// What was kept before; nil when there is nothing, or nothing whole.
    func kept() -> (path: String, entries: [LexiconEntry])? {
        guard let data = FileManager.default.contents(atPath: wordsPath) else { return nil }
        var lines = String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let size = (try? FileManager.default.attributesOfItem(atPath: modelPath))?[.size] as? NSNumber
        guard lines.count >= 2, lines.removeLast().isEmpty, let length = Int(lines.removeFirst()),
            size?.intValue == length
        else { return nil }
        let entries = lines.compactMap(Self.entry)
        return entries.count == lines.count ? (modelPath, entries) : nil
    }

    /// Keeps a model and returns where.
    ///
    /// - Throws: `RecognitionError.modelInvalid` when the folder cannot be written.
    func keep(_ arpa: [UInt8], entries: [LexiconEntry]) throws(RecognitionError) -> String {
        let words = entries.map { entry in
            entry.written + "\t" + entry.pronunciations.map(\.description).joined(separator: "\t") + "\n"
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(arpa).write(to: URL(fileURLWithPath: modelPath), options: .atomic)
            try Data("\(arpa.count)\n\(words.joined())".utf8)
                .write(to: URL(fileURLWithPath: wordsPath), options: .atomic)
        } catch {
            throw .modelInvalid(
                path: modelPath,
                reason:
                    "the language model cannot be kept there: \(error.localizedDescription) Set XDG_CACHE_HOME "
                    + "to a folder that can be written")
        }
        return modelPath
    }

    private static func entry(_ line: Substring) -> LexiconEntry? {
        let fields = line.split(separator: "\t")
        let pronunciations = fields.dropFirst().compactMap { Pronunciation($0) }
        guard let word = fields.first, !pronunciations.isEmpty, pronunciations.count == fields.count - 1
        else { return nil }
        return LexiconEntry(written: String(word), pronunciations: pronunciations)
    }
}
