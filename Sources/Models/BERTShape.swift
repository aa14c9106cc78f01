/// The sizes of a BERT model, from which the shapes of all its weights follow.
///
/// Named after the roles they have in "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding"
/// (Devlin and others, 2019), section 3.
public struct BERTShape: Sendable, Hashable, Codable {
    /// How many numbers stand for a token: the width of every layer.
    public var width: Int
    /// How many heads each attention has; `width` is a multiple of it.
    public var headCount: Int
    /// The width between the two linear maps of a layer's feed-forward part.
    public var innerWidth: Int
    /// How many layers there are.
    public var layerCount: Int
    /// How many pieces of words there are.
    public var vocabularySize: Int
    /// How many tokens can see each other.
    public var positionCount: Int
    /// How many kinds of text the model was taught to tell apart; the first is used.
    public var kindCount: Int

    /// A shape of given sizes.
    public init(
        width: Int, headCount: Int, innerWidth: Int, layerCount: Int, vocabularySize: Int, positionCount: Int,
        kindCount: Int = 2
    ) {
        self.width = width
        self.headCount = headCount
        self.innerWidth = innerWidth
        self.layerCount = layerCount
        self.vocabularySize = vocabularySize
        self.positionCount = positionCount
        self.kindCount = kindCount
    }

    /// How many bytes the weights take as 32-bit floats, without the header of their file.
    public var weightsSizeBytes: Int {
        BERTLayout(self).tensors.reduce(0) { $0 + 4 * $1.shape.reduce(1, *) }
    }

    /// What is wrong with the sizes; `nil` when they can be those of a model.
    ///
    /// The limits are far above those of the largest BERT (1024, 16, 4096, 24, 30522, 512, 2); they keep products of sizes
    /// from overflowing. A position is needed for the first and the last token, and one for the text between them.
    package var fault: String? {
        let limits: [(String, Int, ClosedRange<Int>)] = [
            ("width", width, 1...65536), ("headCount", headCount, 1...4096),
            ("innerWidth", innerWidth, 1...(1 << 20)), ("layerCount", layerCount, 1...4096),
            ("vocabularySize", vocabularySize, 1...(1 << 24)),
            ("positionCount", positionCount, 3...(1 << 20)), ("kindCount", kindCount, 1...4096),
        ]
        for (name, size, limits) in limits where !limits.contains(size) {
            return "its \(name) is \(size), and must be \(limits.lowerBound) to \(limits.upperBound)"
        }
        return width % headCount == 0 ? nil : "its width \(width) is not a multiple of its \(headCount) heads"
    }

    /// The sizes in which another shape differs, in words.
    func difference(from other: BERTShape) -> String {
        let sizes: [(String, Int, Int)] = [
            ("width", width, other.width), ("layers", layerCount, other.layerCount),
            ("tokens", vocabularySize, other.vocabularySize), ("heads", headCount, other.headCount),
            ("inner width", innerWidth, other.innerWidth), ("positions", positionCount, other.positionCount),
            ("kinds of text", kindCount, other.kindCount),
        ]
        let different = sizes.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.2) instead of \($0.1)" }
        return different.isEmpty ? "nothing differs" : "it has " + different.joined(separator: ", ")
    }
}
