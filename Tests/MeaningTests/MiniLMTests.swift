import Foundation
import Inference
import Models
import TestSupport
import Testing

@testable import Meaning

@Suite struct MiniLMTests {
    private func network(_ tensors: [TinyMiniLM.Tensor], shape: BERTShape = TinyMiniLM.shape) throws -> MiniLM
    {
        let folder = try TestFolder()
        defer { withExtendedLifetime(folder) {} }
        return try MiniLM(file: try WeightFile(path: folder.write(TinyMiniLM.bytes(tensors))), shape: shape)
    }

    @Test(arguments: [[2, 3], [2, 5, 6, 7, 8, 9, 3], Array(2..<18)])
    func computesWhatThePapersSay(tokens: [Int]) throws {
        let tensors = TinyMiniLM.tensors()
        let rows = try network(tensors)(tokens)
        let expected = PlainMiniLM(tensors).rows(tokens)
        #expect(rows.rows == tokens.count && rows.columns == TinyMiniLM.shape.width)
        let difference =
            zip(rows.values, expected.flatMap { $0 }).map { abs(Double($0) - $1) }.max() ?? .infinity
        #expect(difference < 1e-4, "\(difference)")
    }

    @Test func noTokenIsNothing() throws { #expect(try network(TinyMiniLM.tensors())([]).rows == 0) }

    @Test(arguments: TinyMiniLM.tensors().map(\.name))
    func aTensorThatIsMissingOrOfAnotherShapeIsNamed(name: String) throws {
        var tensors = TinyMiniLM.tensors()
        tensors.removeAll { $0.name == name }
        #expect { try network(tensors) } throws: { isInvalid($0, naming: name) }
        tensors = TinyMiniLM.tensors().map { tensor in
            guard tensor.name == name else { return tensor }
            var other = tensor
            other.shape = tensor.shape + [1]
            return other
        }
        #expect { try network(tensors) } throws: { isInvalid($0, naming: name) }
    }

    @Test func moreLayersThanTheDescriptionAreRefused() {
        var shape = TinyMiniLM.shape
        shape.layerCount = 1
        #expect { try network(TinyMiniLM.tensors(), shape: shape) } throws: {
            isInvalid($0, naming: "encoder/layer_1")
        }
    }

    @Test func sizesThatCannotBeAreRefused() {
        for change: (inout BERTShape) -> Void in [
            { $0.headCount = 3 }, { $0.headCount = 0 }, { $0.width = -8 }, { $0.layerCount = 0 },
            { $0.positionCount = 2 },
            { $0.width = .max }, { $0.kindCount = 0 },
        ] {
            var shape = TinyMiniLM.shape
            change(&shape)
            #expect("\(shape)") { try network(TinyMiniLM.tensors(), shape: shape) } throws: {
                isInvalid($0, naming: "its")
            }
        }
    }

    private func isInvalid(_ error: any Error, naming name: String) -> Bool {
        guard case InferenceError.invalid(_, let reason) = error else { return false }
        return reason.contains(name)
    }
}
