/// What is missing of a peer, or wrong with what it said, and how to put it right.
struct PeerFailure: Error, Equatable, CustomStringConvertible {
    var description: String
}
