import Foundation
import Speech
import Vocabulary

/// What is expected of interviews on disk, so that it is counted once: the language model in the engine's binary form, the
/// dictionary cut to the words that can be heard, and the words that had to be given pronunciations.
///
/// Each file is whole or not there, and two processes that write at once leave good files. The words are written last and
/// hold a hash of the others and of themselves: what was damaged since, to which the engine would trust its life, is made
/// again.
struct InterviewCache {
    let folder: String
    let key: UInt64

    /// Where the files for the engine are.
    struct Files: Sendable {
        /// The language model.
        var model: String
        /// The dictionary.
        var dictionary: String
    }

    private var stem: String { "\(folder)/interview-\(String(key, radix: 16))" }
    private var files: Files { Files(model: stem + ".lm", dictionary: stem + ".dict") }
    private var wordsPath: String { stem + ".words" }

    /// What was kept before; nil when there is nothing, or nothing whole.
    func kept() -> (files: Files, entries: [LexiconEntry])? {
        guard let data = contents(wordsPath), let end = data.firstIndex(of: UInt8(ascii: "\n")) else {
            return nil
        }
        let words = data[(end + 1)...]
        guard let model = contents(files.model), let dictionary = contents(files.dictionary),
            data[..<end].elementsEqual(Self.seal([model, dictionary, Data(words)]).utf8)
        else { return nil }
        let lines = String(decoding: words, as: UTF8.self).split(separator: "\n")
        let entries = lines.compactMap(Self.entry)
        guard entries.count == lines.count else { return nil }
        // What is in use is not old: `removeOld` of another process leaves it.
        for path in [files.model, files.dictionary, wordsPath] {
            try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
        }
        return (files, entries)
    }

    /// Keeps a model and a dictionary and returns where; nil when the folder cannot be written.
    func keep(model: [UInt8], dictionary: [UInt8], entries: [LexiconEntry]) -> Files? {
        let words = entries.map { entry in
            entry.written + "\t" + entry.pronunciations.map(\.description).joined(separator: "\t") + "\n"
        }
        let (model, dictionary, list) = (Data(model), Data(dictionary), Data(words.joined().utf8))
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try model.write(to: URL(fileURLWithPath: files.model), options: .atomic)
            try dictionary.write(to: URL(fileURLWithPath: files.dictionary), options: .atomic)
            try (Data((Self.seal([model, dictionary, list]) + "\n").utf8) + list)
                .write(to: URL(fileURLWithPath: wordsPath), options: .atomic)
        } catch {
            return nil
        }
        removeOld()
        return files
    }

    /// Models that were made for other texts and are a month old: each is some megabytes, and is made again in two seconds.
    private func removeOld() {
        let limit = Date(timeIntervalSinceNow: -30 * 86_400)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix("interview-") && [".lm", ".dict", ".words"].contains(where: name.hasSuffix) {
            let path = folder + "/" + name
            let date = (try? FileManager.default.attributesOfItem(atPath: path))?[.modificationDate] as? Date
            if let date, date < limit { try? FileManager.default.removeItem(atPath: path) }
        }
    }

    private static func seal(_ contents: [Data]) -> String {
        contents.map { "\($0.count) \(String(ContentHash.ofFile($0), radix: 16))" }.joined(separator: " ")
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
