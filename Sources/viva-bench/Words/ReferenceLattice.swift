/// What was said, with all the ways to write it that are right.
///
/// The plain words form the spine; an edge stands beside it wherever the same sounds may be written otherwise: another
/// reading of a number, a contraction or its long form, a compound in one word or two, letters apart or joined ("s q l",
/// "sql"), a term as it sounds. Rates are per word of the spine, so they are of the same words for every recogniser.
struct ReferenceLattice {
    /// A stretch of the spine, from one place between words to a later one, and words that may stand for it.
    struct Edge: Hashable {
        var places: Range<Int>
        var words: [String]
    }

    /// The words as they are counted.
    let spine: [String]
    /// All edges, the spine's own first, each over one word.
    let edges: [Edge]

    /// The most words that are joined into one, enough for a spelled acronym.
    private static let joinLimit = 6

    /// The ways to write `text` that matter for a comparison with the words that were heard.
    init(_ text: String, heard: [String], terms: [KeyTerm] = []) {
        self.init(pieces: SpokenWords.pieces(text), heard: heard, terms: terms)
    }

    /// The same for words that are known one by one.
    init(words: [String], heard: [String], terms: [KeyTerm] = []) {
        self.init(pieces: words.map { [[$0]] }, heard: heard, terms: terms)
    }

    private init(pieces: [[[String]]], heard: [String], terms: [KeyTerm]) {
        var spine: [String] = []
        var others: [Edge] = []
        for piece in pieces {
            let places = spine.count..<spine.count + piece[0].count
            spine += piece[0]
            others += piece.dropFirst().map { Edge(places: places, words: $0) }
        }
        self.spine = spine
        others += Self.variants(spine, heard) + Self.joined(spine, heard) + Self.parted(spine, heard)
        for term in terms {
            for range in term.ranges(in: spine) {
                others += term.spokenForms.map { Edge(places: range, words: $0) }
            }
        }
        let own = spine.enumerated().map { Edge(places: $0.offset..<$0.offset + 1, words: [$0.element]) }
        var seen = Set(own)
        edges = own + others.filter { !$0.places.isEmpty && seen.insert($0).inserted }
    }

    private static func variants(_ spine: [String], _ heard: [String]) -> [Edge] {
        var edges: [Edge] = []
        for (place, word) in spine.enumerated() {
            edges += WordVariants.of(word).map { Edge(places: place..<place + 1, words: $0) }
        }
        for word in Set(heard) {
            for long in WordVariants.of(word) {
                for place in spine.indices where spine[place...].starts(with: long) {
                    edges.append(Edge(places: place..<place + long.count, words: [word]))
                }
            }
        }
        return edges
    }

    /// Several words of the spine that were heard as one.
    private static func joined(_ spine: [String], _ heard: [String]) -> [Edge] {
        let heard = Set(heard)
        return runs(spine) { heard.contains($0) }.map { Edge(places: $0.places, words: [$0.joined]) }
    }

    /// Words of the spine that were heard as several.
    private static func parted(_ spine: [String], _ heard: [String]) -> [Edge] {
        let wanted = Set(spine)
        let partings = Dictionary(
            runs(heard) { wanted.contains($0) }.map { ($0.joined, [Array(heard[$0.places])]) },
            uniquingKeysWith: +)
        return spine.enumerated().flatMap { place, word in
            (partings[word] ?? []).map { Edge(places: place..<place + 1, words: $0) }
        }
    }

    private static func runs(
        _ words: [String], where isWanted: (String) -> Bool
    ) -> [(places: Range<Int>, joined: String)] {
        var found: [(places: Range<Int>, joined: String)] = []
        for start in words.indices {
            var joined = words[start]
            for end in words.indices.dropFirst(start + 1).prefix(joinLimit - 1) {
                joined += words[end]
                if isWanted(joined) { found.append((start..<end + 1, joined)) }
            }
        }
        return found
    }
}
