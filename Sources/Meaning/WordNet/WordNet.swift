import FoundationEssentials
public import Language
import Synchronization

/// The dictionary WordNet of Princeton University (G. A. Miller, "WordNet: A Lexical Database for English", 1995), read from
/// the files of its version 3 as Debian's package wordnet-base has them. Entries of several words are left out.
///
/// Opening it reads the indexes, 6 MB; a word is looked up when it is asked for and then kept, for at most `limitWords`
/// words. It may be asked from any task.
///
/// ```swift
/// let wordNet = try WordNet.installed()
/// wordNet?.relation("started", "begin")  // .synonym
/// ```
public final class WordNet: Thesaurus {
    /// Where Debian puts the files.
    public static let debianFolder = "/usr/share/wordnet"
    /// How many words are kept once they were looked up; then all are forgotten.
    public static let limitWords = 4096
    /// How many meanings of a word count for its synonyms and wider words, the commonest first, of each part of speech.
    ///
    /// Among all meanings of any two words there is too often one that they share ("drew" and "passed", "ran" and
    /// "won"): with all, the coverage of a sample answer by answers to other questions rose from 0.10 to 0.29, and with one
    /// to 0.13, while that by answers to its own question rose from 0.26 to 0.43 and 0.29.
    public static let commonSenses = 1
    /// The longest word that is looked up, in bytes.
    private static let limitWordBytes = 64

    /// Where the files lie.
    public let folder: String
    /// How many meanings of a word count, the commonest first.
    private let senses: Int
    /// In the order of `PartOfSpeech`.
    private let parts: [WordNetPart]
    private let known = Mutex(Known())

    /// What was looked up. A lock is held only to look here: two tasks may do the same work, and neither waits.
    private struct Known {
        var entries: [String: ThesaurusEntry?] = [:]
        /// The next wider meanings of a meaning; few wide ones stand above many words.
        var hypernyms: [Int: [Int]] = [:]
    }

    /// Opens the files in a folder.
    ///
    /// - Parameter senses: how many meanings of a word count, the commonest first; `.max` for all.
    /// - Throws: `WordNetError` when one of them is missing, cannot be read, is empty or is cut short.
    public init(folder: String, senses: Int = commonSenses) throws(WordNetError) {
        self.folder = folder
        self.senses = senses
        var parts: [WordNetPart] = []
        for part in PartOfSpeech.allCases { parts.append(try WordNetPart(part, folder: folder)) }
        self.parts = parts
    }

    /// The dictionary as it is installed; `nil` when its folder is not there.
    ///
    /// - Throws: `WordNetError` when the folder is there and its files cannot be used.
    public static func installed(
        in folder: String = debianFolder, senses: Int = commonSenses
    ) throws(WordNetError) -> WordNet? {
        guard FileManager.default.fileExists(atPath: folder) else { return nil }
        return try WordNet(folder: folder, senses: senses)
    }

    /// Looks a word up that every edition has: files that are damaged inside can be opened all the same.
    ///
    /// - Throws: `WordNetError.damaged` when it is not found.
    public func check() throws(WordNetError) {
        guard relation("started", "begin") == .synonym else {
            throw .damaged(path: folder, reason: "it does not know that to start is to begin")
        }
    }

    /// What WordNet knows of a word in lower case, in whatever form it stands; `nil` for a word it does not have, and for
    /// one whose lines are damaged.
    public func entry(of word: String) -> ThesaurusEntry? {
        if let entry = known.withLock({ $0.entries[word] }) { return entry }
        let entry = lookUp(word)
        known.withLock { known in
            if known.entries.count >= Self.limitWords { known.entries.removeAll() }
            known.entries[word] = .some(entry)
        }
        return entry
    }

    private func lookUp(_ word: String) -> ThesaurusEntry? {
        let letters = Array(word.utf8)
        guard !letters.isEmpty, letters.count <= Self.limitWordBytes, letters.allSatisfy(Self.isOfWord) else {
            return nil
        }
        var baseForms: [String] = []
        var meanings: [Int] = []
        var senseForms: [Int] = []
        var derivedForms: [Int] = []
        var hypernyms: [Int] = []
        for part in parts {
            for (base, offsets) in part.baseForms(of: letters) {
                let text = String(decoding: base, as: UTF8.self)
                if !baseForms.contains(text) { baseForms.append(text) }
                for (rank, offset) in offsets.enumerated() {
                    guard let synset = part.synset(at: offset, word: base) else { continue }
                    let sense = Self.sense(part.partOfSpeech, offset)
                    senseForms.append(Self.form(synset.number, of: sense))
                    derivedForms += synset.derived.map {
                        Self.form($0.word, of: Self.sense($0.part, $0.offset))
                    }
                    guard rank < senses else { continue }
                    meanings.append(sense)
                    for wider in synset.hypernyms {
                        hypernyms.append(Self.sense(wider.part, wider.offset))
                        hypernyms += hypernymsOfSynset(wider)
                    }
                }
            }
        }
        guard !senseForms.isEmpty else { return nil }
        return ThesaurusEntry(
            baseForms: baseForms, senses: meanings, senseForms: senseForms, derivedForms: derivedForms,
            hypernyms: hypernyms)
    }

    private func hypernymsOfSynset(_ place: WordNetSynset.Place) -> [Int] {
        let sense = Self.sense(place.part, place.offset)
        if let hypernyms = known.withLock({ $0.hypernyms[sense] }) { return hypernyms }
        let synset = parts[place.part.rawValue].synset(at: place.offset)
        let hypernyms = (synset?.hypernyms ?? []).map { Self.sense($0.part, $0.offset) }
        known.withLock { known in
            if known.hypernyms.count >= Self.limitWords { known.hypernyms.removeAll() }
            known.hypernyms[sense] = hypernyms
        }
        return hypernyms
    }

    /// A number for a synset that no synset of another part of speech has.
    private static func sense(_ part: PartOfSpeech, _ offset: Int) -> Int { offset << 2 | part.rawValue }

    /// A number for one word in a meaning; a synset has at most 255 words.
    private static func form(_ number: Int, of sense: Int) -> Int { sense << 8 | number }

    /// Whether a byte can stand in a word of WordNet's: a letter in lower case, a figure, or one of its signs. A space
    /// would find a line by more than its word.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "."), UInt8(ascii: "'"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
