/// What one must know of a Whisper model beside its weights and its tokens.
public struct WhisperDescription: Sendable, Hashable {
    /// One head of one decoder layer.
    public struct AttentionHead: Sendable, Hashable, Codable {
        /// The decoder layer, from 0.
        public var layer: Int
        /// The head in it, from 0.
        public var head: Int

        /// A head of a layer.
        public init(layer: Int, head: Int) { (self.layer, self.head) = (layer, head) }

        /// Reads `[layer, head]`.
        public init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            (layer, head) = (try container.decode(Int.self), try container.decode(Int.self))
        }

        /// Writes `[layer, head]`.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(layer)
            try container.encode(head)
        }
    }

    /// The sizes.
    public var shape: WhisperShape
    /// Whether it was trained on other languages than English too.
    public var isMultilingual: Bool
    /// The tokens that name languages, by the language's code; empty when it knows English only.
    public var languageTokens: [String: Int]
    /// Tokens that are never the next one.
    public var suppressedTokens: [Int]
    /// Tokens that are never the first one.
    public var suppressedAtBegin: [Int]
    /// The heads whose attention follows the time of the words; empty when they are not known.
    public var alignmentHeads: [AttentionHead]

    /// A description of all these.
    public init(
        shape: WhisperShape, isMultilingual: Bool, languageTokens: [String: Int], suppressedTokens: [Int],
        suppressedAtBegin: [Int], alignmentHeads: [AttentionHead]
    ) {
        self.shape = shape
        self.isMultilingual = isMultilingual
        self.languageTokens = languageTokens
        self.suppressedTokens = suppressedTokens
        self.suppressedAtBegin = suppressedAtBegin
        self.alignmentHeads = alignmentHeads
    }

    /// What contradicts itself in the description; `nil` when nothing does.
    var fault: String? {
        if let fault = shape.fault { return fault }
        let tokens = suppressedTokens + suppressedAtBegin + languageTokens.values
        if let token = tokens.first(where: { !(0..<shape.vocabularySize).contains($0) }) {
            return "it speaks of token \(token), and there are \(shape.vocabularySize)"
        }
        for head in alignmentHeads
        where !(0..<shape.decoderLayerCount).contains(head.layer)
            || !(0..<shape.headCount).contains(head.head)
        {
            return "it speaks of head \(head.head) in layer \(head.layer), and there are "
                + "\(shape.headCount) heads in \(shape.decoderLayerCount) layers"
        }
        return isMultilingual && languageTokens.isEmpty ? "it names no tokens of languages" : nil
    }
}

extension WhisperDescription: Codable {
    private enum CodingKeys: String, CodingKey {
        case isMultilingual, languageTokens, suppressedTokens, suppressedAtBegin, alignmentHeads
    }

    /// Reads an object that holds the sizes of the shape too.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            shape: try WhisperShape(from: decoder),
            isMultilingual: try container.decode(Bool.self, forKey: .isMultilingual),
            languageTokens: try container.decode([String: Int].self, forKey: .languageTokens),
            suppressedTokens: try container.decode([Int].self, forKey: .suppressedTokens),
            suppressedAtBegin: try container.decode([Int].self, forKey: .suppressedAtBegin),
            alignmentHeads: try container.decode([AttentionHead].self, forKey: .alignmentHeads))
    }

    /// Writes an object that holds the sizes of the shape too.
    public func encode(to encoder: any Encoder) throws {
        try shape.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(isMultilingual, forKey: .isMultilingual)
        try container.encode(languageTokens, forKey: .languageTokens)
        try container.encode(suppressedTokens, forKey: .suppressedTokens)
        try container.encode(suppressedAtBegin, forKey: .suppressedAtBegin)
        try container.encode(alignmentHeads, forKey: .alignmentHeads)
    }
}
