import FoundationEssentials

/// What `bench/peers/tokens.py` prints of some clips.
struct PeerTokens: Decodable {
    /// The tokens of a clip, and the processor seconds that they took.
    struct Clip: Decodable {
        var tokens: [Int]
        var seconds: Double
    }

    /// The peer and its version.
    var name: String
    /// The clips in the order in which they were given.
    var clips: [Clip]

    /// Reads what the script printed of `count` clips.
    init(output: String, count: Int) throws {
        self = try JSONDecoder().decode(PeerTokens.self, from: Data(output.utf8))
        guard clips.count == count else {
            throw PeerFailure(description: "\(name) told of \(clips.count) clips in place of \(count).")
        }
    }
}
