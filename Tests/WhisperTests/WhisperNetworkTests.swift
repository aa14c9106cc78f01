import Foundation
import Inference
import TestSupport
import Testing

@testable import Recognition

@Suite struct WhisperNetworkTests {
    struct Change: Sendable, CustomStringConvertible {
        var description: String
        var apply: @Sendable (inout WhisperNetwork) -> Void

        init(_ description: String, _ apply: @escaping @Sendable (inout WhisperNetwork) -> Void) {
            self.description = description
            self.apply = apply
        }
    }

    static let impossible = [
        Change("no width") { $0.width = 0 }, Change("negative width") { $0.width = -64 },
        Change("no heads") { $0.headCount = 0 }, Change("negative heads") { $0.headCount = -1 },
        Change("heads of different sizes") { $0.headCount = 3 },
        Change("more heads than numbers") { $0.headCount = 128 },
        Change("no encoder") { $0.encoderLayerCount = 0 },
        Change("negative encoder") { $0.encoderLayerCount = -1 },
        Change("no decoder") { $0.decoderLayerCount = 0 },
        Change("negative decoder") { $0.decoderLayerCount = .min },
        Change("no bands") { $0.melBinCount = 0 }, Change("negative bands") { $0.melBinCount = -80 },
        Change("no audio") { $0.audioPositionCount = 0 }, Change("no text") { $0.textPositionCount = 0 },
        Change("little text") { $0.textPositionCount = 15 },
        Change("negative text") { $0.textPositionCount = .min },
        Change("no tokens") { $0.vocabularySize = 0 }, Change("few tokens") { $0.vocabularySize = 51_863 },
        Change("few tokens of many languages") { $0.isMultilingual = true },
        Change("negative tokens") { $0.vocabularySize = .min },
    ]

    /// Possible by themselves, but not the file's.
    static let others = [
        Change("another width") { $0.width = 128 }, Change("a huge width") { $0.width = .max },
        Change("another number of bands") { $0.melBinCount = 81 },
        Change("many bands") { $0.melBinCount = .max },
        Change("more audio") { $0.audioPositionCount = 101 },
        Change("endless audio") { $0.audioPositionCount = .max },
        Change("endless text") { $0.textPositionCount = .max },
        Change("more tokens") { $0.vocabularySize = 51_865 },
        Change("more encoder layers") { $0.encoderLayerCount = .max },
        Change("more decoder layers") { $0.decoderLayerCount = 2 },
    ]

    @Test func aPossibleOneHasNoFlaw() {
        #expect(TinyWhisper.description.flaw == nil)
    }

    @Test(arguments: impossible) func whatCannotBeHasAFlaw(change: Change) {
        var description = TinyWhisper.description
        change.apply(&description)
        #expect(description.flaw != nil)
    }

    @Test(arguments: impossible + others) func aModelOfAnotherDescriptionIsRefused(change: Change) throws {
        var description = TinyWhisper.description
        change.apply(&description)
        let weights = try TinyWhisper.file()
        #expect(throws: InferenceError.self) {
            let parts = try WhisperWeights(file: weights, description: description)
            _ = try WhisperEncoder(parts)
            _ = try WhisperDecoder(parts)
        }
    }

    @Test func layersThatAreNotDescribedAreNoticed() throws {
        let header =
            #"{"encoder/layer_1/ffn/layer_norm/gamma":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}}     "#
        let length = withUnsafeBytes(of: UInt64(header.utf8.count / 4 * 4).littleEndian) { Data($0) }
        let folder = try TestFolder()
        let path = try folder.write(length + Data(header.utf8), to: "weights")
        #expect(
            throws: InferenceError.invalid(
                path: path, reason: "it has more layers than its description, such as encoder/layer_1")
        ) { try WhisperWeights(file: WeightFile(path: path), description: TinyWhisper.description) }
    }
}
