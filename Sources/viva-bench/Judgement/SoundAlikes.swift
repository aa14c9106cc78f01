import Foundation
import Language
import Recognition
import Speech

/// The words that sound most like a word, from a pronunciation dictionary.
///
/// Candidates are found through what is left of a pronunciation when one of its phones is taken away, which two of them share that differ in two
/// phones at most (the index of SymSpell); they are ordered by the distance of phones, in which vowels and pairs of voiced and voiceless
/// consonants are half as far from each other as other phones.
struct SoundAlikes {
    private let words: [String]
    private let phones: [[UInt8]]
    private let places: [String: [Int]]
    private let byRest: [[UInt8]: [Int32]]
    private let likely: Set<String>
    /// A word has no more neighbours than this: a recogniser errs among few.
    private static let limitNeighbours = 8

    /// Reads a dictionary as PocketSphinx has it.
    ///
    /// - Parameters:
    ///   - path: the file, one word a line with its phones.
    ///   - likely: words in lower case that a recogniser prefers among equally near ones.
    init(dictionary path: String, likely: Set<String>) throws {
        let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        self.init(lines: text.split(whereSeparator: \.isNewline), likely: likely)
    }

    /// Takes the lines of a dictionary.
    init(lines: [Substring], likely: Set<String>) {
        var words: [String] = []
        var phones: [[UInt8]] = []
        var places: [String: [Int]] = [:]
        var byRest: [[UInt8]: [Int32]] = [:]
        for line in lines {
            let fields = line.split(separator: " ", maxSplits: 1)
            guard fields.count == 2, let said = Pronunciation(fields[1]) else { continue }
            let word = String(fields[0].prefix { $0 != "(" })
            let codes = said.phones.map { Self.codes[$0] ?? 0 }
            places[word, default: []].append(words.count)
            for rest in Self.rests(of: codes) { byRest[rest, default: []].append(Int32(words.count)) }
            words.append(word)
            phones.append(codes)
        }
        self.words = words
        self.phones = phones
        self.places = places
        self.byRest = byRest
        self.likely = likely
    }

    /// All words of the dictionary, each once, in an order that is always the same.
    var allWords: [String] { places.keys.sorted() }

    /// The words nearest to a word in lower case, nearest first, without itself; none where the dictionary does not have it.
    func nearest(to word: String) -> [String] {
        var distances: [String: Double] = [:]
        for place in places[word] ?? [] {
            for rest in Self.rests(of: phones[place]) {
                for other in byRest[rest] ?? [] where words[Int(other)] != word {
                    let distance = Self.distance(phones[place], phones[Int(other)])
                    let known = distances[words[Int(other)]] ?? .infinity
                    distances[words[Int(other)]] = min(known, distance)
                }
            }
        }
        return distances.sorted { first, second in
            let ranks = (rank(first), rank(second))
            return ranks.0 == ranks.1 ? first.key < second.key : ranks.0 < ranks.1
        }.prefix(Self.limitNeighbours).map(\.key)
    }

    /// Words that people say are heard rather than rare ones that are a little nearer.
    private func rank(_ candidate: (key: String, value: Double)) -> Double {
        candidate.value + (likely.contains(candidate.key) ? 0 : 1)
    }

    private static func rests(of codes: [UInt8]) -> Set<[UInt8]> {
        var rests: Set<[UInt8]> = [codes]
        for place in codes.indices {
            var rest = codes
            rest.remove(at: place)
            if !rest.isEmpty { rests.insert(rest) }
        }
        return rests
    }

    private static func distance(_ first: [UInt8], _ second: [UInt8]) -> Double {
        var row = (0...second.count).map(Double.init)
        for (place, phone) in first.enumerated() {
            var diagonal = row[0]
            row[0] = Double(place + 1)
            for (column, other) in second.enumerated() {
                let replaced = diagonal + (phone == other ? 0 : isNear(phone, other) ? 0.5 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, diagonal + 1)
            }
        }
        return row[second.count]
    }

    private static func isNear(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = (Phone.allCases[Int(first)], Phone.allCases[Int(second)])
        if pair.0.isVowel && pair.1.isVowel { return true }
        return voicing.contains { ($0 == pair.0 && $1 == pair.1) || ($0 == pair.1 && $1 == pair.0) }
    }

    private static let voicing: [(Phone, Phone)] = [
        (.b, .p), (.d, .t), (.g, .k), (.v, .f), (.z, .s), (.dh, .th), (.zh, .sh), (.jh, .ch), (.m, .n),
        (.n, .ng),
    ]
    private static let codes = Dictionary(
        uniqueKeysWithValues: Phone.allCases.enumerated().map { ($1, UInt8($0)) })
}
