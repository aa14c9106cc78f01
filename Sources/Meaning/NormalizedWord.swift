/// A word or a sign of a text as it is looked up: in lower case and without accents.
struct NormalizedWord: Sendable, Hashable {
    /// Its Unicode scalars.
    var scalars: [Unicode.Scalar] = []
    /// For each of them the character of the text it comes from, counted from 0.
    var characters: [Int] = []

    /// Adds a scalar.
    mutating func append(_ scalar: Unicode.Scalar, character: Int) {
        scalars.append(scalar)
        characters.append(character)
    }
}
