/// What is wrong with a corpus, for the person who made it.
struct CorpusFailure: Error, Equatable, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}
