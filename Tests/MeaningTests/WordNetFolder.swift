import Foundation
import TestSupport

/// A small dictionary in WordNet's format in a folder of its own.
struct WordNetFolder {
    /// A meaning of the dictionary.
    struct Meaning {
        /// The part of speech, as its letter: `n`, `v`, `a` or `r`.
        var part: Character
        var words: [String]
        /// Each a symbol, the number of another meaning in the list, and the numbers of the two words, 0 for all.
        var pointers: [(symbol: String, target: Int, words: (Int, Int))] = []
    }

    let folder: TestFolder
    /// Where each meaning's line begins in its file.
    let offsets: [Int]

    private static let names: [Character: String] = ["n": "noun", "v": "verb", "a": "adj", "r": "adv"]
    private static let head = "  1 This stands where the licence stands.  \n"

    /// Writes the files.
    ///
    /// - Parameter exceptions: lines of the lists of exceptions by the letter of the part of speech.
    init(_ meanings: [Meaning], exceptions: [Character: [String]] = [:]) throws {
        var offsets = [Int](repeating: 0, count: meanings.count)
        var data: [Character: String] = [:]
        // Offsets have eight digits, so the lengths of a first writing hold for the second.
        for _ in 0..<2 {
            data = Self.names.mapValues { _ in Self.head }
            for (number, meaning) in meanings.enumerated() {
                let before = data[meaning.part, default: ""]
                let place = before.utf8.count
                data[meaning.part] = before + Self.line(meaning, at: offsets[number], in: meanings, offsets)
                offsets[number] = place
            }
        }
        let folder = try TestFolder()
        for (part, name) in Self.names {
            try folder.write(data[part, default: ""], to: "data.\(name)")
            let lines = Self.index(of: part, in: meanings, offsets)
            try folder.write(([Self.head] + lines).joined(), to: "index.\(name)")
            // The real lists are never empty.
            let listed = (exceptions[part, default: []] + ["zzz zzz"]).sorted()
            try folder.write(listed.map { $0 + "\n" }.joined(), to: "\(name).exc")
        }
        self.folder = folder
        self.offsets = offsets
    }

    /// The path of the folder.
    var path: String { folder.path }

    private static func line(_ meaning: Meaning, at offset: Int, in all: [Meaning], _ offsets: [Int])
        -> String
    {
        let words = meaning.words.map { "\($0) 0" }.joined(separator: " ")
        let pointers = meaning.pointers.map { pointer in
            let places = hexadecimal(pointer.words.0) + hexadecimal(pointer.words.1)
            return
                "\(pointer.symbol) \(digits(offsets[pointer.target], 8)) \(all[pointer.target].part) \(places) "
        }
        return "\(digits(offset, 8)) 03 \(meaning.part) \(hexadecimal(meaning.words.count)) \(words) "
            + "\(digits(pointers.count, 3)) \(pointers.joined())| what it means  \n"
    }

    private static func index(of part: Character, in meanings: [Meaning], _ offsets: [Int]) -> [String] {
        var places: [String: [Int]] = [:]
        for (number, meaning) in meanings.enumerated() where meaning.part == part {
            for word in meaning.words { places[bare(word), default: []].append(offsets[number]) }
        }
        return places.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }.map {
            word, places in
            let senses = places.map { digits($0, 8) }.joined(separator: " ")
            return "\(word) \(part) \(places.count) 2 @ + \(places.count) 0 \(senses)  \n"
        }
    }

    /// A word as the index has it: in lower case and without the mark of its place.
    private static func bare(_ word: String) -> String { String(word.prefix { $0 != "(" }).lowercased() }

    private static func digits(_ number: Int, _ count: Int) -> String {
        String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }

    private static func hexadecimal(_ number: Int) -> String {
        (number < 16 ? "0" : "") + String(number, radix: 16)
    }
}

extension WordNetFolder {
    /// A dictionary of a few words.
    static func small() throws -> WordNetFolder {
        try WordNetFolder(
            [
                Meaning(part: "v", words: ["begin", "start", "set_about"]),
                Meaning(
                    part: "v", words: ["decide", "determine"],
                    pointers: [("+", 2, (1, 1)), ("@", 11, (0, 0))]),
                Meaning(part: "n", words: ["decision"], pointers: [("+", 1, (1, 1))]),
                Meaning(part: "n", words: ["animal"]),
                Meaning(part: "n", words: ["pet"], pointers: [("@", 3, (0, 0))]),
                Meaning(part: "n", words: ["dog"], pointers: [("@", 4, (0, 0))]),
                Meaning(part: "n", words: ["Poodle"], pointers: [("@", 5, (0, 0))]),
                Meaning(part: "n", words: ["box"]),
                Meaning(part: "n", words: ["query", "question"]),
                Meaning(part: "v", words: ["leave"]),
                Meaning(part: "a", words: ["left(a)", "large"]),
                Meaning(part: "v", words: ["think"]),
                // The second meaning of "start" and "box".
                Meaning(part: "v", words: ["jump", "start"]),
                Meaning(part: "n", words: ["loge", "box"]),
                Meaning(part: "v", words: ["hope"]),
                Meaning(part: "v", words: ["hop"]),
                Meaning(part: "r", words: ["quickly"], pointers: [("\\", 17, (1, 1))]),
                Meaning(part: "a", words: ["quick"]),
                Meaning(part: "n", words: ["glass"]),
                Meaning(part: "n", words: ["glas"]),
            ], exceptions: ["v": ["began begin", "left leave", "thought think"], "a": ["larger large"]])
    }
}
