/// What words mean by themselves, wherever they stand: a vector for each word of a fixed table.
public protocol WordVectors: Sendable {
    /// How many numbers a vector has.
    var dimensions: Int { get }

    /// The vector of a word, or of a few words together: of the length 1, with what all words have in common taken away.
    ///
    /// - Returns: `nil` for a word that the table has nothing for.
    func vector(of word: String) -> [Float]?
}
