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
        file.data.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = Self.place(of: UInt8(ascii: "\n"), in: bytes, from: start) ?? bytes.count
                let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                start = end + 1
                guard let space = line.firstIndex(where: { $0 == 0x20 || $0 == 0x09 }) else { continue }
                let word = Self.base(String(decoding: line[..<space], as: UTF8.self))
                guard words.contains(word) else { continue }
                let phones = String(decoding: line[space...], as: UTF8.self)
                    .split(whereSeparator: \.isWhitespace).joined(separator: " ")
                if let pronunciation = Pronunciation(phones) {
                    found[word, default: []].append(pronunciation)
                }
            }
        }
        return found
    }

    /// The word without the mark of a further pronunciation.
    private static func base(_ entry: String) -> String {
        guard entry.hasSuffix(")"), let mark = entry.lastIndex(of: "("), mark > entry.startIndex else {
            return entry
        }
        return String(entry[..<mark])
    }

    private static func place(of byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress,
            let place = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(place) - base
    }
}
