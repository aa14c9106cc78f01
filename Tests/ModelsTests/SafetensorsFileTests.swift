import TestSupport
import Testing

@testable import Models

@Suite struct SafetensorsFileTests {
    private func open(_ bytes: [UInt8]) throws -> TensorDirectory {
        let folder = try TestFolder()
        return try SafetensorsFile(SourceFile(folder.write(bytes))).directory
    }

    @Test func readsTensorsOfEveryFormat() throws {
        let directory = try open(
            TinyHuggingFace.file([
                ("a", .init(type: "F32", shape: [2], bytes: TinyWhisper.bytes([1, -2], .float32))),
                ("b", .init(type: "BF16", shape: [1, 2], bytes: TinyWhisper.bytes([3, 4], .bfloat16))),
                ("c", .init(type: "I64", shape: [], bytes: [1, 0, 0, 0, 0, 0, 0, 0])),
            ]))
        #expect(try directory.floats(directory.tensor("a"), 0..<2) == [1, -2])
        #expect(try directory.floats(directory.tensor("b", shape: [1, 2]), 1..<2) == [4])
        #expect(throws: ModelError.self) { try directory.tensor("c") }
        #expect(throws: ModelError.self) { try directory.tensor("d") }
        #expect(throws: ModelError.self) { try directory.tensor("a", shape: [1, 2]) }
    }

    @Test func readsAnEmptyFileOfTensors() throws {
        #expect(try open(TinyHuggingFace.file([])).tensors.isEmpty)
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{\"a\": 1}", "{\"a\": {}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 0]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [-4, 0]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 8]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [-1], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [9223372036854775807, 4], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1e30], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1.5], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F31\", \"shape\": [1], \"data_offsets\": [0, 4]}}",
        "{\"a\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 9223372036854775807]}}",
        "{\"a\": {\"dtype\": \"F16\", \"shape\": [1], \"data_offsets\": [0, 2]}}",
        "{\"a\": {\"dtype\": \"F16\", \"shape\": [1], \"data_offsets\": [2, 4]}}",
        """
        {"a": {"dtype": "F16", "shape": [2], "data_offsets": [0, 4]}, \
        "b": {"dtype": "F16", "shape": [1], "data_offsets": [2, 4]}}
        """,
        """
        {"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}, \
        "b": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}
        """,
    ])
    func refusesHeadersThatContradictFourBytesOfData(header: String) {
        #expect(throws: ModelError.self) {
            try open(TinyHuggingFace.file(header: header, data: [0, 0, 0, 0]))
        }
    }

    @Test(arguments: [UInt64(3), 100_000_001, 1 << 40, .max])
    func refusesAHeaderLongerThanTheFile(length: UInt64) {
        #expect(throws: ModelError.self) { try open(BinaryFile.bytes(length) + [0x7B, 0x7D]) }
    }

    @Test func everyFileThatIsCutShortIsDamaged() throws {
        let bytes = TinyHuggingFace().bytes
        for count in stride(from: 0, to: bytes.count, by: 61) {
            #expect("cut after \(count) bytes") { try open(Array(bytes[..<count])) } throws: { error in
                if case ModelError.damaged = error { true } else { false }
            }
        }
    }

    @Test func deepNestingIsAnErrorAndNoMore() {
        let header = String(repeating: "[", count: 100_000)
        #expect(throws: ModelError.self) { try open(TinyHuggingFace.file(header: "{\"a\": " + header)) }
    }
}
