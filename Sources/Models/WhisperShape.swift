/// The sizes of a Whisper model, from which the shapes of all its weights follow.
///
/// Named after the roles they have in "Robust Speech Recognition via Large-Scale Weak Supervision" (Radford and others,
/// 2022), section 2.2 and table 1.
public struct WhisperShape: Sendable, Hashable, Codable {
    /// How many numbers stand for a frame of sound or a token: the width of every layer.
    public var width: Int
    /// How many heads each attention has; `width` is a multiple of it.
    public var headCount: Int
    /// The width between the two linear maps of a layer's feed-forward part.
    public var innerWidth: Int
    /// How many layers the encoder has.
    public var encoderLayerCount: Int
    /// How many layers the decoder has.
    public var decoderLayerCount: Int
    /// How many mel bands a frame of sound has.
    public var melBinCount: Int
    /// How many tokens there are.
    public var vocabularySize: Int
    /// How many encoded frames a window has: two steps of 10 ms each, 1500 for 30 s.
    public var audioPositionCount: Int
    /// How many tokens the decoder can look back on, prompt included.
    public var textPositionCount: Int

    /// A shape of given sizes.
    public init(
        width: Int, headCount: Int, innerWidth: Int, encoderLayerCount: Int, decoderLayerCount: Int,
        melBinCount: Int, vocabularySize: Int, audioPositionCount: Int, textPositionCount: Int
    ) {
        self.width = width
        self.headCount = headCount
        self.innerWidth = innerWidth
        self.encoderLayerCount = encoderLayerCount
        self.decoderLayerCount = decoderLayerCount
        self.melBinCount = melBinCount
        self.vocabularySize = vocabularySize
        self.audioPositionCount = audioPositionCount
        self.textPositionCount = textPositionCount
    }

    /// How many bytes the weights take as 32-bit floats, without the header of their file.
    public var weightsSizeBytes: Int {
        WhisperLayout(self).tensors.reduce(0) { $0 + 4 * $1.shape.reduce(1, *) }
    }

    /// What is wrong with the sizes; `nil` when they can be those of a model.
    ///
    /// The limits are far above those of the largest model (1280, 20, 5120, 32, 32, 128, 51866, 1500, 448); they keep
    /// products of sizes from overflowing.
    var fault: String? {
        let limits: [(String, Int, Int)] = [
            ("width", width, 65536), ("headCount", headCount, 4096), ("innerWidth", innerWidth, 1 << 20),
            ("encoderLayerCount", encoderLayerCount, 4096), ("decoderLayerCount", decoderLayerCount, 4096),
            ("melBinCount", melBinCount, 4096), ("vocabularySize", vocabularySize, 1 << 24),
            ("audioPositionCount", audioPositionCount, 1 << 20),
            ("textPositionCount", textPositionCount, 1 << 20),
        ]
        for (name, size, limit) in limits where !(1...limit).contains(size) {
            return "its \(name) is \(size), and must be 1 to \(limit)"
        }
        return width % headCount == 0 ? nil : "its width \(width) is not a multiple of its \(headCount) heads"
    }

    /// The sizes in which another shape differs, in words.
    func difference(from other: WhisperShape) -> String {
        let sizes: [(String, Int, Int)] = [
            ("width", width, other.width), ("encoder layers", encoderLayerCount, other.encoderLayerCount),
            ("decoder layers", decoderLayerCount, other.decoderLayerCount),
            ("mel bands", melBinCount, other.melBinCount), ("tokens", vocabularySize, other.vocabularySize),
            ("heads", headCount, other.headCount), ("inner width", innerWidth, other.innerWidth),
            ("audio positions", audioPositionCount, other.audioPositionCount),
            ("text positions", textPositionCount, other.textPositionCount),
        ]
        let different = sizes.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.2) instead of \($0.1)" }
        return different.isEmpty ? "nothing differs" : "it has " + different.joined(separator: ", ")
    }
}
