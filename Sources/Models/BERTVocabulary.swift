/// The pieces of words of a BERT model in the order of their numbers; `##` stands before those that go on with a word.
struct BERTVocabulary: Sendable, Hashable {
    /// The file of the pieces.
    static let name = "vocab.txt"
    /// The tokens that Viva puts around a text or in the place of a word.
    private static let needed = ["[CLS]", "[SEP]", "[UNK]"]

    let pieces: [String]

    /// The pieces that a folder's `vocab.txt` names.
    ///
    /// - Parameter size: How many the weights have.
    /// - Throws: `ModelError.noWeights` without such a file, `damaged`, `readFailed`.
    init(_ folder: SourceFolder, size: Int) throws(ModelError) {
        guard folder.has(Self.name) else {
            throw .noWeights(path: folder.path, reason: "it has BERT's weights, and no \(Self.name)")
        }
        let path = folder.path(of: Self.name)
        pieces = try Vocabulary.lines(folder, Self.name)
        guard pieces.count == size else {
            throw .damaged(
                path: path, reason: "it has \(pieces.count) pieces, and the weights are for \(size)")
        }
        for piece in Self.needed where !pieces.contains(piece) {
            throw .damaged(path: path, reason: "it lacks \(piece), which every BERT model has")
        }
        // As bytes: in Swift two texts of different letters can be equal.
        var seen: Set<[UInt8]> = []
        for (id, piece) in pieces.enumerated() where !seen.insert(Array(piece.utf8)).inserted {
            throw .damaged(path: path, reason: "its piece \(id), \(piece), is in it twice")
        }
    }

    /// The pieces as a file: a line for each.
    var text: String { pieces.joined(separator: "\n") + "\n" }
}
