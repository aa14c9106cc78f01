import Foundation
import Speech

/// Checks a language model before the engine reads it; its readers trust every count in the file.
enum LanguageModelFile {
    private static let trieHeader = "Trie Language Model"
    /// SphinxBase's `NGRAM_MAX_ORDER`.
    private static let maximumOrder = 5

    /// Checks that a model is of a form that the engine reads, and whole.
    static func validate(path: String) throws(RecognitionError) {
        let file = try ModelFile(path: path)
        if file.begins(with: trieHeader) {
            try validateTrie(file)
        } else {
            try validateARPA(file)
        }
    }

    /// Whether a model that can be read is a binary trie; the others are text.
    static func isTrie(path: String) -> Bool {
        (try? ModelFile(path: path))?.begins(with: trieHeader) ?? false
    }

    /// A binary trie ends with the length of its word list and the words, each ended by a zero byte: when they are
    /// there, and as many as the header says, all between is there too.
    private static func validateTrie(_ given: ModelFile) throws(RecognitionError) {
        var file = given
        try file.skip(trieHeader.utf8.count)
        let order = Int(file.data[file.data.startIndex + min(file.offset, file.data.count - 1)])
        try file.skip(1)
        guard (1...maximumOrder).contains(order) else { throw file.invalid("its order is \(order)") }
        let counts = try file.counts(order)
        let words = counts[0]
        guard let length = lengthOfWordList(file, words: words) else {
            throw file.invalid("it does not end with its \(words) words; it may be cut short")
        }
        // Each unigram takes 12 bytes and each longer n-gram at least 4.
        let least = (words + 1) * 12 + counts.dropFirst().reduce(0, +) * 4
        guard file.remaining - length >= least else { throw file.invalid("it is too short for its counts") }
    }

    /// The bytes of the list of words at the end of a trie, its own length included; nil when there is none.
    private static func lengthOfWordList(_ file: ModelFile, words: Int) -> Int? {
        file.data.withUnsafeBytes { bytes in
            guard bytes.last == 0 else { return nil }
            var zeros = 0
            var end = bytes.count
            while let place = bytes.place(of: 0, before: end), place > file.offset + 4 {
                end = place
                zeros += 1
                // Before the first word stands the length, which may hold zeros too: try every place that can be it.
                guard zeros >= words else { continue }
                for start in max(file.offset + 4, place - 64)...place {
                    let length = bytes.loadUnaligned(fromByteOffset: start - 4, as: UInt32.self)
                    guard Int(UInt32(littleEndian: length)) == bytes.count - start else { continue }
                    if bytes.zeros(from: start, limit: words + 1) == words { return bytes.count - start + 4 }
                }
                if zeros > words + 4 { return nil }
            }
            return nil
        }
    }

    /// An ARPA text has its counts at the start and its mark of the end at the end.
    private static func validateARPA(_ file: ModelFile) throws(RecognitionError) {
        let start = file.data.prefix(65_536)
        guard start.range(of: Data("\\data\\".utf8)) != nil, start.range(of: Data("ngram 1=".utf8)) != nil
        else {
            throw file.invalid("it is neither a binary trie nor ARPA text; `sphinx_lm_convert` makes either")
        }
        try file.requireText()
        guard file.data.suffix(4_096).range(of: Data("\\end\\".utf8)) != nil else {
            throw file.invalid("its mark of the end is missing; it may be cut short")
        }
    }
}
