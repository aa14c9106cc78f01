import Foundation
package import Speech

/// The pronunciations of words as a dictionary file has them: one word a line with its phones, further ways to say it
/// marked `(2)`, `(3)` ...
package struct PronunciationDictionary {
    /// The file.
    package let path: String

    /// The dictionary at `path`; nothing is read yet.
    package init(path: String) { self.path = path }

    /// The pronunciations of those of `words` that the file has, in its order.
    ///
    /// - Throws: `RecognitionError` when the file cannot be read as text.
    package func pronunciations(of words: Set<String>) throws(RecognitionError) -> [String: [Pronunciation]] {
        var found: [String: [Pronunciation]] = [:]
        try forEachLine(of: words) { word, line in
            let phones = String(decoding: line[Self.lengthOfWord(line)...], as: UTF8.self)
                .split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if let pronunciation = Pronunciation(phones) { found[word, default: []].append(pronunciation) }
        }
        return found
    }

    /// The lines of those of `words` that the file has, as they are, and which words those are.
    func cut(to words: Set<String>) throws(RecognitionError) -> (lines: [UInt8], words: Set<String>) {
        var (lines, found): ([UInt8], Set<String>) = ([], [])
        try forEachLine(of: words) { word, line in
            found.insert(word)
            lines += line
            lines.append(UInt8(ascii: "\n"))
        }
        return (lines, found)
    }

    /// Passes over the file once.
    private func forEachLine(
        of words: Set<String>, _ body: (String, UnsafeRawBufferPointer) -> Void
    ) throws(RecognitionError) {
        let file = try ModelFile(path: path)
        try file.requireText()
        // Most words are left out by a hash of their bytes, which makes no string.
        let hashes = Set(words.map { ContentHash.of($0.utf8) })
        file.data.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
                let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                start = end + 1
                let length = Self.lengthOfWord(line)
                let base = Self.base(UnsafeRawBufferPointer(rebasing: line[..<length]))
                guard length < line.count, hashes.contains(ContentHash.of(base)) else { continue }
                let word = String(decoding: base, as: UTF8.self)
                if words.contains(word) { body(word, line) }
            }
        }
    }

    /// How many bytes of a line come before its first blank.
    private static func lengthOfWord(_ line: UnsafeRawBufferPointer) -> Int {
        var length = 0
        while length < line.count, line[length] != UInt8(ascii: " "), line[length] != UInt8(ascii: "\t") {
            length += 1
        }
        return length
    }

    /// The word without the mark of a further pronunciation.
    private static func base(_ entry: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard entry.last == UInt8(ascii: ")"),
            let mark = entry.place(of: UInt8(ascii: "("), before: entry.count), mark > 0
        else { return entry }
        return UnsafeRawBufferPointer(rebasing: entry[..<mark])
    }
}
