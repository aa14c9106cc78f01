import Foundation
import Speech

/// The pronunciations of words as a dictionary file has them: one word a line with its phones, further ways to say it
/// marked `(2)`, `(3)` ...
struct PronunciationDictionary {
    let path: String

    /// The pronunciations of those of `words` that the file has, in its order. Takes one pass over the file.
    func pronunciations(of words: Set<String>) throws(RecognitionError) -> [String: [Pronunciation]] {
        let file = try ModelFile(path: path)
        var found: [String: [Pronunciation]] = [:]
        // Most words are left out by their first byte.
        var first = [Bool](repeating: false, count: 256)
        for word in words { if let byte = word.utf8.first { first[Int(byte)] = true } }
        file.data.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = bytes.place(of: UInt8(ascii: "\n"), from: start) ?? bytes.count
                let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                start = end + 1
                let length = Self.lengthOfWord(line)
                guard length < line.count, first[Int(line[0])] else { continue }
                let word = Self.base(String(decoding: line[..<length], as: UTF8.self))
                guard words.contains(word) else { continue }
                let phones = String(decoding: line[length...], as: UTF8.self)
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if let pronunciation = Pronunciation(phones) {
                    found[word, default: []].append(pronunciation)
                }
            }
        }
        return found
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
    private static func base(_ entry: String) -> String {
        guard entry.hasSuffix(")"), let mark = entry.lastIndex(of: "("), mark > entry.startIndex else {
            return entry
        }
        return String(entry[..<mark])
    }
}
