/// Where two lists of tokens part, for the person who wants to know why.
struct TokenDifference: Equatable {
    /// The first place at which they differ.
    let place: Int
    /// The tokens from there on until both agree again to their ends.
    let own: [Int]
    /// The same of the peer.
    let peer: [Int]

    /// The stretch in which they differ; `nil` when they are equal.
    init?(own: [Int], peer: [Int]) {
        guard own != peer else { return nil }
        let same = zip(own, peer).prefix { $0 == $1 }.count
        let rest = (own: own.dropFirst(same), peer: peer.dropFirst(same))
        let end = zip(rest.own.reversed(), rest.peer.reversed()).prefix { $0 == $1 }.count
        place = same
        self.own = Array(rest.own.dropLast(end))
        self.peer = Array(rest.peer.dropLast(end))
    }
}
