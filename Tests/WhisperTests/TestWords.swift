import Foundation
import TestSupport

@testable import Recognition

/// A vocabulary as large as a model's: all bytes, a few pieces of English, words that nobody says, and the tokens that
/// steer.
enum TestWords {
    /// In the order in which they were learned.
    static let pieces = [
        "Ġt", "he", "in", "Ġthe", "re", "ll", "Ġh", "hell", "Ġhe", "hello", "Ġhello", "or", "Ġw", "ld",
        "orld", "Ġworld",
        "'t", "on", "don", "ðŁ", "ðŁĻ", "aa", "aaaa", "ab", "ba", "abab",
    ]
    static let end = 50_256

    static let lines: [String] = {
        let printed = Array(33...126) + Array(161...172) + Array(174...255) as [UInt32]
        var lines =
            (printed + (256..<324)).compactMap { Unicode.Scalar($0).map { String(Character($0)) } } + pieces
        let letters = Array("bcdfghklmnprstvz").map(String.init)
        while lines.count < end {
            let number = lines.count
            lines.append("Ġx" + (0..<4).map { letters[number >> (4 * $0) & 15] }.joined())
        }
        return lines + (end..<51_864).map { "<|\($0)|>" }
    }()

    static let data = Data((lines.joined(separator: "\n") + "\n").utf8)

    private static let opened = Result {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        return try ByteLevelVocabulary(path: folder.write(data, to: "vocabulary.txt"))
    }

    static func vocabulary() throws -> ByteLevelVocabulary { try opened.get() }
}
