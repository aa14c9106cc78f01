package import Models

/// What the network needs to know of a Whisper model: the sizes of its parts and the tokens that stand for more than text.
package struct WhisperNetwork: Sendable, Hashable, Codable {
    /// The numbers that each position has.
    package var width: Int
    /// The heads of each attention.
    package var headCount: Int
    /// The layers of the encoder.
    package var encoderLayerCount: Int
    /// The layers of the decoder.
    package var decoderLayerCount: Int
    /// The bands of the spectrogram.
    package var melBinCount: Int
    /// The positions of the encoder, 20 ms each.
    package var audioPositionCount: Int
    /// The most tokens that the decoder sees, those of the prompt included.
    package var textPositionCount: Int
    /// The tokens there are.
    package var vocabularySize: Int
    /// Whether it was taught other languages than English.
    package var isMultilingual: Bool
    /// Tokens that are never put out: signs of things that are no speech.
    package var suppressedTokens: [Int]
    /// Tokens that are not put out first.
    package var suppressedAtBegin: [Int]
    /// The heads of the decoder that heed the place in the audio where a token was said.
    package var alignmentHeads: [AttentionHead] = []

    /// One head of one layer of the decoder.
    package typealias AttentionHead = WhisperDescription.AttentionHead

    /// Those heads, or where they are not known all of the upper half of the layers.
    var timingHeads: [AttentionHead] {
        guard alignmentHeads.isEmpty else { return alignmentHeads }
        return (decoderLayerCount / 2..<decoderLayerCount).flatMap { layer in
            (0..<headCount).map { AttentionHead(layer: layer, head: $0) }
        }
    }

    /// Why no model can be made of these numbers; nil when nothing speaks against it.
    var flaw: String? {
        let sizes = [width, headCount, encoderLayerCount, decoderLayerCount, melBinCount, audioPositionCount]
        // Those of text, those that steer and 1,501 times.
        let leastVocabulary = isMultilingual ? 51_865 : 51_864
        return if sizes.contains(where: { $0 < 1 }) {
            "its description has a part of no size"
        } else if width % headCount != 0 {
            "its description has \(headCount) heads that cannot share \(width) numbers"
        } else if textPositionCount < Self.leastTextPositions {
            "its description has \(textPositionCount) tokens at most, too few for a text"
        } else if vocabularySize < leastVocabulary {
            "its description has \(vocabularySize) tokens in place of \(leastVocabulary) or more"
        } else {
            nil
        }
    }

    /// Half of them are for the prompt, and four more for the tokens that begin a transcript.
    private static let leastTextPositions = 16
}

extension WhisperNetwork {
    /// The network of an installed model.
    init(_ model: WhisperDescription) {
        self.init(
            width: model.shape.width,
            headCount: model.shape.headCount,
            encoderLayerCount: model.shape.encoderLayerCount,
            decoderLayerCount: model.shape.decoderLayerCount,
            melBinCount: model.shape.melBinCount,
            audioPositionCount: model.shape.audioPositionCount,
            textPositionCount: model.shape.textPositionCount,
            vocabularySize: model.shape.vocabularySize,
            isMultilingual: model.isMultilingual, suppressedTokens: model.suppressedTokens,
            suppressedAtBegin: model.suppressedAtBegin, alignmentHeads: model.alignmentHeads)
    }
}
