import Foundation
import Speech

/// The dictionary of one text: a token for each of its places, so that a path of the decoder says which of two equal
/// words it heard, and the words themselves never reach the engine.
struct AlignmentLexicon: Sendable, Equatable {
    /// A filled pause that may stand between words.
    struct Filler: Sendable, Equatable {
        var text: String
        var token: String
        var pronunciation: String
    }

    /// The fillers, as the CMU dictionary pronounces them.
    static let fillers = [
        Filler(text: "um", token: "f0", pronunciation: "AH M"),
        Filler(text: "uh", token: "f1", pronunciation: "AH"),
        Filler(text: "er", token: "f2", pronunciation: "ER"),
        Filler(text: "hmm", token: "f3", pronunciation: "HH M"),
    ]
    /// The tokens of single phones, by which unknown speech is heard.
    static let phones = Phone.allCases.map { "++\($0.rawValue)++" }

    /// The pronunciations of the word at each place; empty when none is known.
    let pronunciations: [[Pronunciation]]

    /// The ways to say the word at each place; what is longer than the engine's lines is no way to say a word.
    init(pronunciations: [[Pronunciation]]) {
        self.pronunciations = pronunciations.map { ways in
            ways.filter { !$0.phones.isEmpty && $0.phones.count <= Self.mostPhones }
        }
    }

    /// Longer than any word; the engine takes at most 512 fields in a line of its dictionary.
    private static let mostPhones = 200

    /// The token of the word at a place.
    static func token(_ place: Int) -> String { "w\(place)" }

    /// The place of a token, which may carry a pronunciation mark; `nil` for a filler, a phone or silence.
    static func place(_ token: String) -> Int? {
        token.hasPrefix("w") ? Int(unmarked(token).dropFirst()) : nil
    }

    /// The filler of a token.
    static func filler(_ token: String) -> Filler? { fillers.first { $0.token == unmarked(token) } }

    /// Whether a token is a phone of unknown speech.
    static func isPhone(_ token: String) -> Bool { token.hasPrefix("++") }

    private static func unmarked(_ token: String) -> Substring { token.prefix { $0 != "(" } }

    /// The word as a dictionary has it: lower case, without punctuation around it, with a straight apostrophe.
    static func key(_ word: String) -> String {
        let straight = word.lowercased().map { $0 == "\u{2019}" ? "'" : $0 }
        let isPart: (Character) -> Bool = { $0.isLetter || $0.isNumber || $0 == "'" }
        guard let first = straight.firstIndex(where: isPart), let last = straight.lastIndex(where: isPart)
        else {
            return ""
        }
        return String(straight[first...last])
    }

    /// The ways to say words in a row, each of which may be said in several; none when one of the words has none.
    static func joined(_ words: [[Pronunciation]]) -> [Pronunciation] {
        guard let first = words.first else { return [] }
        return words.dropFirst().reduce(first) { ways, next in
            Array(ways.flatMap { way in next.map { Pronunciation(way.phones + $0.phones) } }.prefix(mostWays))
        }
    }

    /// The most ways to say what is written as one word: "1995" and "C++" have a few, a product of many words has too many.
    private static let mostWays = 8

    /// The dictionary of the words as the engine reads it.
    var dictionary: String {
        let words = pronunciations.enumerated().flatMap { place, ways in
            ways.enumerated().map { number, way in
                Self.token(place) + (number == 0 ? "" : "(\(number + 1))") + " \(way)\n"
            }
        }
        return (words + Self.fillers.map { "\($0.token) \($0.pronunciation)\n" }).joined()
    }

    /// The dictionary of what is no word, as the engine reads it.
    static let noiseDictionary =
        "<s> SIL\n</s> SIL\n<sil> SIL\n"
        + zip(phones, Phone.allCases).map { "\($0) \($1.rawValue)\n" }.joined()

    /// Loads a decoder with this dictionary.
    func decoder(
        model: PocketSphinxModel, searching source: GrammarDecoder.Source
    ) throws(RecognitionError) -> GrammarDecoder {
        let name = FileManager.default.temporaryDirectory.appending(path: "viva-align-\(UUID().uuidString)")
            .path
        let (words, noises) = (name + ".dict", name + ".noise")
        defer {
            // The engine has read them whole.
            try? FileManager.default.removeItem(atPath: words)
            try? FileManager.default.removeItem(atPath: noises)
        }
        do {
            try Data(dictionary.utf8).write(to: URL(filePath: words), options: .withoutOverwriting)
            try Data(Self.noiseDictionary.utf8).write(to: URL(filePath: noises), options: .withoutOverwriting)
        } catch {
            throw .engineFailed(
                engine: "PocketSphinx",
                reason: "its dictionary \(words) could not be written (\(error.localizedDescription))")
        }
        do throws(Decoder.Failure) {
            return try GrammarDecoder(
                model: model, dictionaryPath: words, fillerDictionaryPath: noises, searching: source)
        } catch {
            throw .engineFailed(engine: "PocketSphinx", reason: error.reason)
        }
    }
}
