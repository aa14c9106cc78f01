internal import Foundation
internal import Inference

/// Cuts a text into the pieces that a BERT model was taught (Wu and others 2016, "Google's Neural Machine Translation System",
/// section 4.1): each word is the longest piece of the vocabulary that it begins with, and then the longest that goes on.
///
/// Names of the model's own tokens in a text, such as "[SEP]", are taken as a text's letters and signs.
struct WordPieceTokenizer: Sendable {
    /// The pieces by number, without the mark of those that go on with a word.
    let pieces: [String]
    /// The pieces' numbers by their letters in UTF-8: in Swift two texts of different letters can be equal.
    private let beginnings: [[UInt8]: Int]
    private let continuations: [[UInt8]: Int]
    /// No piece has more Unicode scalars.
    private let longest: Int
    /// The token that begins a text.
    let start: Int
    /// The token that ends a text.
    let end: Int
    /// The token of a word that no pieces make up.
    let unknown: Int

    /// A word of more Unicode scalars is unknown.
    private static let wordLimit = 100
    /// What marks a piece that goes on with a word.
    private static let mark = Array("##".utf8)

    /// A tokenizer of a vocabulary.
    ///
    /// - Parameters:
    ///   - vocabulary: A file with a piece on each line in the order of their numbers, UTF-8.
    ///   - size: How many pieces the network knows.
    /// - Throws: `InferenceError` when it cannot be read or is no vocabulary of this size.
    init(vocabulary path: String, size: Int) throws(InferenceError) {
        let data: Data
        do { data = try Data(contentsOf: URL(filePath: path)) } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        var lines = data.split(separator: 0x0A, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        guard lines.count == size else {
            throw .invalid(path: path, reason: "it has \(lines.count) pieces in place of \(size)")
        }
        var pieces: [String] = []
        var (beginnings, continuations): ([[UInt8]: Int], [[UInt8]: Int]) = ([:], [:])
        pieces.reserveCapacity(size)
        beginnings.reserveCapacity(size)
        var longest = 0
        for (id, line) in lines.enumerated() {
            let bytes = Array(line.last == 0x0D ? line.dropLast() : line)
            guard String(validating: bytes, as: UTF8.self) != nil else {
                throw .invalid(path: path, reason: "its line \(id + 1) is not UTF-8")
            }
            let isContinuation = bytes.count > Self.mark.count && bytes.starts(with: Self.mark)
            let letters = isContinuation ? Array(bytes.dropFirst(Self.mark.count)) : bytes
            let piece = String(decoding: letters, as: UTF8.self)
            let other =
                isContinuation
                ? continuations.updateValue(id, forKey: letters) : beginnings.updateValue(id, forKey: letters)
            if let other {
                throw .invalid(path: path, reason: "its lines \(other + 1) and \(id + 1) are the same")
            }
            pieces.append(piece)
            longest = max(longest, piece.unicodeScalars.count)
        }
        guard let start = beginnings[Array("[CLS]".utf8)], let end = beginnings[Array("[SEP]".utf8)],
            let unknown = beginnings[Array("[UNK]".utf8)]
        else {
            throw .invalid(path: path, reason: "it lacks [CLS], [SEP] or [UNK], which every BERT model has")
        }
        (self.pieces, self.beginnings, self.continuations) = (pieces, beginnings, continuations)
        (self.longest, self.start, self.end, self.unknown) = (longest, start, end, unknown)
    }

    /// The numbers of a text's pieces, with those of the tokens that begin and end a text.
    func ids(of text: String) -> [Int] { [start] + tokens(of: text).map(\.id) + [end] }

    /// The pieces of a text in their order.
    func tokens(of text: String) -> [WordPiece] { TextNormalizer.words(of: text).flatMap(tokens) }

    private func tokens(of word: NormalizedWord) -> [WordPiece] {
        let count = word.scalars.count
        guard count <= Self.wordLimit else { return [unknown(word)] }
        // Where each scalar begins in UTF-8, and at last the end.
        var letters: [UInt8] = []
        var places: [Int] = []
        for scalar in word.scalars {
            places.append(letters.count)
            letters += UTF8.encode(scalar).map(Array.init) ?? []
        }
        places.append(letters.count)
        var found: [WordPiece] = []
        var from = 0
        while from < count {
            let known = from == 0 ? beginnings : continuations
            var to = min(count, from + longest)
            var id: Int?
            while to > from {
                id = known[Array(letters[places[from]..<places[to]])]
                if id != nil { break }
                to -= 1
            }
            guard let id else { return [unknown(word)] }
            found.append(
                WordPiece(
                    id: id, characters: word.characters[from]..<word.characters[to - 1] + 1,
                    isContinuation: from > 0))
            from = to
        }
        return found
    }

    private func unknown(_ word: NormalizedWord) -> WordPiece {
        WordPiece(
            id: unknown, characters: (word.characters.first ?? 0)..<(word.characters.last ?? -1) + 1,
            isContinuation: false)
    }
}
