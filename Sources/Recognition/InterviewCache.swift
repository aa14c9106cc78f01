import Foundation
import Speech
import Vocabulary

/// An interview's language model on disk, so that it is counted once: in the engine's binary form, and beside it the words that had to be
/// given pronunciations.
///
/// Each file is whole or not there, and two processes that write at once leave good files. The words are written last and
/// hold a hash of the model and of themselves: what was damaged since, to which the engine would trust its life, is made again.
struct InterviewCache {
    let folder: String
    let key: UInt64

    private var stem: String { "\(folder)/interview-\(String(key, radix: 16))" }
    private var modelPath: String { stem + ".lm" }
    private var wordsPath: String { stem + ".words" }

    /// What was kept before; nil when there is nothing, or nothing whole.
    func kept() -> (path: String, entries: [LexiconEntry])? {
        guard let data = contents(wordsPath), let end = data.firstIndex(of: UInt8(ascii: "\n")) else {
            return nil
        }
        let words = data[(end + 1)...]
        guard let model = contents(modelPath),
            data[..<end].elementsEqual(Self.seal(model: model, words: Data(words)).utf8)
        else { return nil }
        let lines = String(decoding: words, as: UTF8.self).split(separator: "\n")
        let entries = lines.compactMap(Self.entry)
        guard entries.count == lines.count else { return nil }
        // What is in use is not old: `removeOld` of another process leaves it.
        for path in [modelPath, wordsPath] {
            try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
        }
        return (modelPath, entries)
    }

    /// Keeps a model and returns where; nil when the folder cannot be written.
    func keep(_ model: [UInt8], entries: [LexiconEntry]) -> String? {
        let words = entries.map { entry in
            entry.written + "\t" + entry.pronunciations.map(\.description).joined(separator: "\t") + "\n"
        }
        let (model, list) = (Data(model), Data(words.joined().utf8))
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try model.write(to: URL(fileURLWithPath: modelPath), options: .atomic)
            try (Data((Self.seal(model: model, words: list) + "\n").utf8) + list)
                .write(to: URL(fileURLWithPath: wordsPath), options: .atomic)
        } catch {
            return nil
        }
        removeOld()
        return modelPath
    }

    /// Models that were made for other texts and are a month old: each is some megabytes, and is made again in two seconds.
    private func removeOld() {
        let limit = Date(timeIntervalSinceNow: -30 * 86_400)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix("interview-") && (name.hasSuffix(".lm") || name.hasSuffix(".words")) {
            let path = folder + "/" + name
            let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let date, date < limit { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    private static func seal(model: Data, words: Data) -> String {
        "\(model.count) \(String(ContentHash.ofFile(model), radix: 16)) \(String(ContentHash.ofFile(words), radix: 16))"
    }

    /// The bytes of a plain file; a pipe in its place would be waited for.
    private func contents(_ path: String) -> Data? {
        let kind = (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
        return kind == .typeRegular ? FileManager.default.contents(atPath: path) : nil
    }

    private static func entry(_ line: Substring) -> LexiconEntry? {
        let fields = line.split(separator: "\t")
        let pronunciations = fields.dropFirst().compactMap { Pronunciation($0) }
        guard let word = fields.first, !pronunciations.isEmpty, pronunciations.count == fields.count - 1
        else { return nil }
        return LexiconEntry(written: String(word), pronunciations: pronunciations)
    }
}
