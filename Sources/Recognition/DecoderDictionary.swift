import CPocketSphinx
import Foundation
import Speech
import Vocabulary

/// The pronunciation dictionary of a decoder, which it belongs to and must not outlive.
struct DecoderDictionary {
    let handle: OpaquePointer

    /// The most bytes of a word.
    static let limitWordBytes = 60

    /// Whether a text can be a word: the engine ends a word at a blank and reads parentheses at its end as the number of
    /// a pronunciation, and it keeps `<`, `[` and `++` for its marks. `~` is ours (`QuestionWords`).
    static func isWord(_ text: String) -> Bool {
        guard (1...limitWordBytes).contains(text.utf8.count) else { return false }
        let isMark = text.hasPrefix("<") || text.hasPrefix("[") || text.hasPrefix("++") || text.hasPrefix("#")
        return !isMark
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0 != "(" && $0 != ")" && $0 != "\\" && $0 != "~"
                    && !$0.properties.isWhitespace
            }
    }

    /// Whether it holds a word.
    func knows(_ word: String) -> Bool { phones(of: word) != nil }

    /// Adds each pronunciation that it lacks. No search may exist: the tables of one are made for the words before.
    func add(_ entries: [LexiconEntry]) throws(Decoder.Failure) {
        for entry in entries where Self.isWord(QuestionWords.word(of: entry.token)) {
            var readings: Set<String> = []
            var number = 1
            while let known = phones(of: Self.name(entry.token, reading: number)) {
                readings.insert(known)
                number += 1
            }
            for phones in entry.pronunciations.map(\.description) where readings.insert(phones).inserted {
                let name = Self.name(entry.token, reading: number)
                try Decoder.check(
                    ps_add_word(handle, name, phones, 0),
                    "the word \(name) could not be added to the dictionary")
                number += 1
            }
        }
    }

    /// The phones of a word or of one of its readings, `word(2)`.
    func pronunciation(of word: String) -> Pronunciation? { phones(of: word).flatMap { Pronunciation($0) } }

    /// The phones of a word, as in the dictionary.
    private func phones(of word: String) -> String? {
        guard let phones = ps_lookup_word(handle, word) else { return nil }
        defer { free(phones) }
        return String(cString: phones).trimmingCharacters(in: .whitespaces)
    }

    /// The name of a word's pronunciation, counted from 1.
    private static func name(_ word: String, reading: Int) -> String {
        reading == 1 ? word : "\(word)(\(reading))"
    }
}
