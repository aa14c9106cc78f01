import TestSupport
import Testing

@testable import Models

@Suite struct WeightsWriterTests {
    private func planned(_ sizes: [Int]) -> [PlannedTensor] {
        sizes.enumerated().map { PlannedTensor(name: "t\($0)", shape: [$1], parts: [.zeros($1)]) }
    }

    private func directory(_ tensors: [(String, TinyHuggingFace.Tensor)], _ folder: TestFolder) throws
        -> TensorDirectory
    {
        try SafetensorsFile(SourceFile(folder.write(TinyHuggingFace.file(tensors), to: "source"))).directory
    }

    @Test func tensorsOfWholeLinesComeFirstAndKeepTheirOrder() {
        let ordered = WeightsWriter.ordered(planned([3, 16, 8, 32, 2, 24, 1, 48]))
        #expect(ordered.map { $0.shape[0] } == [16, 32, 48, 8, 24, 2, 3, 1])
    }

    @Test func everyTensorBeginsOnALineWhenAllLengthsAreWholeLines() throws {
        let folder = try TestFolder()
        let source = try directory([], folder)
        try WeightsWriter(source: source, path: folder.file("out")).write(planned([16, 48, 32])) { _ in }
        let tensors = try SafetensorsFile(SourceFile(folder.file("out"))).directory.tensors
        #expect(tensors.count == 3 && tensors.values.allSatisfy { $0.offset % 64 == 0 })
    }

    @Test func dataBeginsOnALineAndEveryTensorOnAFloat() throws {
        let folder = try TestFolder()
        let source = try directory([], folder)
        try WeightsWriter(source: source, path: folder.file("out")).write(planned([3, 16, 1])) { _ in }
        let tensors = try SafetensorsFile(SourceFile(folder.file("out"))).directory.tensors.values
        #expect(tensors.map(\.offset).min().map { $0 % 64 } == 0)
        #expect(tensors.allSatisfy { $0.offset % 4 == 0 })
    }

    @Test func partsFollowEachOther() throws {
        let folder = try TestFolder()
        let source = try directory(
            [("a", .init(type: "F16", shape: [2], bytes: TinyWhisper.bytes([1, 2], .float16)))], folder)
        let part = TensorPart.stored(try source.tensor("a"), scale: nil)
        var shares: [Double] = []
        try WeightsWriter(source: source, path: folder.file("out"))
            .write([PlannedTensor(name: "x", shape: [7], parts: [part, .zeros(3), part])]) {
                shares.append($0)
            }
        let written = try SafetensorsFile(SourceFile(folder.file("out"))).directory
        #expect(try written.floats(written.tensor("x", shape: [7]), 0..<7) == [1, 2, 0, 0, 0, 1, 2])
        #expect(shares == shares.sorted() && shares.last == 1)
    }

    /// More numbers than are converted at once, so that rows begin in the middle of a piece.
    @Test func everyRowIsDividedByItsOwnScale() throws {
        let (rows, columns) = (700, 1001)
        let folder = try TestFolder()
        let scales = (0..<rows).map { Float($0 % 5 + 1) }
        let source = try directory(
            [
                ("s", .init(type: "F32", shape: [rows], bytes: TinyWhisper.bytes(scales, .float32))),
                (
                    "w",
                    .init(
                        type: "I8", shape: [rows, columns],
                        bytes: [UInt8](repeating: 60, count: rows * columns))
                ),
            ], folder)
        let part = TensorPart.stored(try source.tensor("w"), scale: try source.tensor("s"))
        try WeightsWriter(source: source, path: folder.file("out"))
            .write([PlannedTensor(name: "w", shape: [rows, columns], parts: [part])]) { _ in }
        let written = try SafetensorsFile(SourceFile(folder.file("out"))).directory
        let floats = try written.floats(written.tensor("w"), 0..<rows * columns)
        #expect(floats.indices.allSatisfy { floats[$0] == 60 / scales[$0 / columns] })
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity])
    func weightsThatAreNotFiniteAreDamage(value: Float) throws {
        let folder = try TestFolder()
        let source = try directory(
            [("a", .init(type: "F32", shape: [2], bytes: TinyWhisper.bytes([1, value], .float32)))], folder)
        let tensor = PlannedTensor(
            name: "x", shape: [2], parts: [.stored(try source.tensor("a"), scale: nil)])
        #expect {
            try WeightsWriter(source: source, path: folder.file("out")).write([tensor]) { _ in }
        } throws: {
            if case ModelError.damaged(_, let reason) = $0 { reason.contains("finite") } else { false }
        }
    }

    @Test(arguments: [Float(0), -1, .nan, .infinity])
    func scalesThatAreNoPositiveNumbersAreDamage(scale: Float) throws {
        let folder = try TestFolder()
        let source = try directory(
            [
                ("s", .init(type: "F32", shape: [], bytes: TinyWhisper.bytes([scale], .float32))),
                ("w", .init(type: "I8", shape: [1], bytes: [0])),
            ], folder)
        let part = TensorPart.stored(try source.tensor("w"), scale: try source.tensor("s"))
        let tensor = PlannedTensor(name: "x", shape: [1], parts: [part])
        #expect(throws: ModelError.self) {
            try WeightsWriter(source: source, path: folder.file("out")).write([tensor]) { _ in }
        }
    }

    @Test func aFileThatIsThereIsNotWrittenOver() throws {
        let folder = try TestFolder()
        let source = try directory([], folder)
        try folder.write([1], to: "out")
        #expect(throws: ModelError.self) {
            try WeightsWriter(source: source, path: folder.file("out")).write([]) { _ in }
        }
        #expect(try folder.bytes("out") == [1])
    }

    @Test func aCancelledTaskWritesNoMore() async throws {
        let folder = try TestFolder()
        let source = try directory(
            [("a", .init(type: "F32", shape: [2], bytes: TinyWhisper.bytes([1, 2], .float32)))], folder)
        let tensor = PlannedTensor(
            name: "x", shape: [2], parts: [.stored(try source.tensor("a"), scale: nil)])
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            try WeightsWriter(source: source, path: folder.file("out")).write([tensor]) { _ in }
        }
        task.cancel()
        await #expect(throws: ModelError.cancelled) { try await task.value }
    }
}
