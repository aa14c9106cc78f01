import Foundation
import Speech
import TestSupport
import Testing

@testable import Inference

@Suite struct WeightFileTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func open(_ bytes: [UInt8]) throws -> WeightFile {
        try WeightFile(path: folder.write(bytes, to: "weights"))
    }

    /// What is said of a broken file.
    private func reason(_ bytes: [UInt8]) throws -> String? {
        let path = try folder.write(bytes, to: "broken")
        do {
            _ = try WeightFile(path: path)
            return nil
        } catch {
            guard case .invalid(path, let reason) = error else { return "\(error)" }
            return reason
        }
    }

    @Test func readsTensors() throws {
        let file = try open(WeightBytes.sound)
        #expect(file.names == ["a", "b"])
        #expect(file.shape(of: "a") == [2, 3])
        #expect(file.shape(of: "c") == nil)
        let weights = try file.weights("a", shape: [2, 3])
        #expect((weights.rows, weights.columns) == (2, 3))
        #expect(weights.values == [1, 2, 3, 4, 5, 6])
        #expect(weights.row(1) == [4, 5, 6])
        #expect(try file.weights("b", shape: [2]).values == [7, 8])
    }

    @Test func allDimensionsAfterTheFirstAreColumns() throws {
        let file = try open(
            WeightBytes.describing(#"{"dtype":"F32","shape":[2,2,2],"data_offsets":[0,32]}"#))
        let weights = try file.weights("a", shape: [2, 2, 2])
        #expect((weights.rows, weights.columns) == (2, 4))
    }

    @Test(arguments: [
        #"{"dtype":"F32","shape":[0],"data_offsets":[0,0]}"#,
        #"{"dtype":"F32","shape":[3,0],"data_offsets":[32,32]}"#,
    ])
    func readsTensorsWithoutNumbers(entry: String) throws {
        let file = try open(WeightBytes.describing(entry))
        let shape = try #require(file.shape(of: "a"))
        #expect(try file.weights("a", shape: shape).values == [])
    }

    @Test func readsAFileWithoutTensors() throws {
        #expect(try open(WeightBytes.file(header: "{}")).names == [])
    }

    @Test func namesWhatIsMissingOrHasAnotherShape() throws {
        let file = try open(WeightBytes.sound)
        #expect(throws: InferenceError.invalid(path: file.path, reason: "it has no c")) {
            try file.weights("c", shape: [1])
        }
        #expect(
            throws: InferenceError.invalid(
                path: file.path, reason: "a has the shape [2, 3] in place of [3, 2]")
        ) {
            try file.weights("a", shape: [3, 2])
        }
        #expect(throws: InferenceError.self) { try file.weights("b", shape: []) }
    }

    @Test func refusesWhatCannotBeRead() throws {
        for path in [folder.file("missing"), folder.path] {
            let error = #expect(throws: InferenceError.self) { try WeightFile(path: path) }
            guard case .unreadable(path, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
    }

    @Test(arguments: [0, 1, 7, 8]) func refusesFilesThatAreTooShort(count: Int) throws {
        #expect(try reason(Array(WeightBytes.sound.prefix(count))) == "it is too short")
    }

    @Test(arguments: [9, 40, 100]) func refusesFilesThatAreCutInTheirHeader(count: Int) throws {
        #expect(
            try reason(Array(WeightBytes.sound.prefix(count))) == "it is cut short, or no safetensors file")
    }

    @Test func refusesFilesThatAreCutInTheirNumbers() throws {
        #expect(try reason(WeightBytes.sound.dropLast()) == "b does not lie in it; it may be cut short")
    }

    @Test(arguments: [200, 16 << 20 + 1, 1 << 40, UInt64(Int.max), UInt64(Int.max) + 1, .max] as [UInt64])
    func refusesLengthsBeyondTheFile(length: UInt64) throws {
        let bytes = WeightBytes.bytes(of: length) + WeightBytes.sound.dropFirst(8)
        #expect(try reason(bytes) == "it is cut short, or no safetensors file")
    }

    @Test(arguments: [
        "", "[]", "null", "{", "no JSON at all", "{\"a\":1}", "{\"a\":{}}",
        #"{"a":{"dtype":"F32","shape":[8]}}"#, #"{"a":{"dtype":"F32","shape":8,"data_offsets":[0,32]}}"#,
        #"{"a":{"dtype":"F32","shape":[8.5],"data_offsets":[0,32]}}"#,
        #"{"a":{"dtype":"F32","shape":[8],"data_offsets":[0,9223372036854775808]}}"#,
        #"{"a":{"dtype":"F32","shape":[1e300],"data_offsets":[0,32]}}"#,
        String(repeating: "{\"a\":", count: 5_000) + "1" + String(repeating: "}", count: 5_000),
    ])
    func refusesOtherHeaders(header: String) throws {
        let bytes = WeightBytes.file(header: header, numbers: [Float](repeating: 1, count: 8))
        #expect(try reason(bytes) == "its header is not that of a safetensors file")
    }

    @Test func refusesHeadersThatAreNoText() throws {
        let bytes = WeightBytes.bytes(of: UInt64(16)) + [UInt8](repeating: 0xFF, count: 64)
        #expect(try reason(bytes) == "its header is not that of a safetensors file")
    }

    @Test(arguments: ["F16", "I64", "f32", ""]) func refusesOtherNumbers(type: String) throws {
        let bytes = WeightBytes.describing("{\"dtype\":\"\(type)\",\"shape\":[8],\"data_offsets\":[0,32]}")
        #expect(try reason(bytes) == "a has numbers of the type \(type) in place of F32")
    }

    @Test(arguments: [
        "-8", "-1,-8", "9223372036854775807,2", "4294967296,4294967296", "-9223372036854775808,-1",
        "4611686018427387904,4,0",
    ])
    func refusesImpossibleShapes(shape: String) throws {
        let bytes = WeightBytes.describing("{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[0,32]}")
        #expect(try reason(bytes) == "a has an impossible shape")
    }

    @Test(arguments: [
        "", "0", "0,32,32", "0,28", "0,36", "4,36", "32,64", "32,0", "-4,28", "-32,0", "1,33", "2,34",
        "0,9223372036854775807", "4,-9223372036854775808", "9223372036854775804,-9223372036854775808",
        "9223372036854775804,9223372036854775807",
    ])
    func refusesPlacesThatAreNotThere(offsets: String) throws {
        let bytes = WeightBytes.describing("{\"dtype\":\"F32\",\"shape\":[8],\"data_offsets\":[\(offsets)]}")
        #expect(try reason(bytes) == "a does not lie in it; it may be cut short")
    }

    @Test(arguments: ["9223372036854775807", "2305843009213693952", "1000000000000"])
    func refusesTensorsLargerThanTheFile(count: String) throws {
        let bytes = WeightBytes.describing("{\"dtype\":\"F32\",\"shape\":[\(count)],\"data_offsets\":[0,32]}")
        #expect(try reason(bytes) == "a does not lie in it; it may be cut short")
    }

    @Test func refusesTensorsThatShareNumbers() throws {
        let header = """
            {"a":{"dtype":"F32","shape":[4],"data_offsets":[0,16]},"b":{"dtype":"F32","shape":[2],"data_offsets":[12,20]}}
            """
        let bytes = WeightBytes.file(header: header, numbers: [Float](repeating: 1, count: 8))
        #expect(try reason(bytes) == "two of its tensors share numbers")
    }

    @Test func refusesNumbersThatAreNotAligned() throws {
        let header = #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        let bytes = WeightBytes.file(header: header + " ", numbers: [1], alignment: 1)
        #expect(bytes.count % 4 != 0)
        #expect(try reason(bytes) == "its numbers are not aligned")
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func brokenFilesAreReadOrRefused(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var (read, refused) = (0, 0)
        for _ in 0..<600 {
            do {
                let file = try open(mutant(of: WeightBytes.sound, &random))
                for name in file.names {
                    let shape = try #require(file.shape(of: name))
                    #expect(try file.weights(name, shape: shape).values.count == shape.reduce(1, *))
                }
                read += 1
            } catch is InferenceError {
                refused += 1
            }
        }
        #expect(read > 10)
        #expect(refused > 100)
    }

    /// A broken copy of a file: other bytes, cuts, repeated stretches, other numbers in the header.
    private func mutant(of bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var mutant = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) where mutant.count > 16 {
            let place = Int.random(in: 0..<mutant.count, using: &random)
            let end = min(mutant.count, place + Int.random(in: 1...16, using: &random))
            switch Int.random(in: 0..<6, using: &random) {
            case 0: mutant[place] = UInt8.random(in: 0...255, using: &random)
            case 1: mutant[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 2: mutant.removeLast(Int.random(in: 0..<mutant.count, using: &random))
            case 3: mutant.insert(contentsOf: mutant[place..<end], at: place)
            case 4: mutant.removeSubrange(place..<end)
            default: exchangeNumber(in: &mutant, &random)
            }
        }
        return mutant
    }

    /// Writes another number over one in the header; the length that is said of the header stays right.
    private func exchangeNumber(in bytes: inout [UInt8], _ random: inout SplitMix64) {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let starts = bytes.indices.filter { $0 >= 8 && isDigit(bytes[$0]) && !isDigit(bytes[$0 - 1]) }
        let numbers = [
            "0", "-1", "4", "8", "1e3", "\(Int.max)", "\(Int.min)", "4611686018427387904",
            "99999999999999999999",
        ]
        guard let start = starts.randomElement(using: &random),
            let number = numbers.randomElement(using: &random)
        else { return }
        let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.endIndex
        bytes.replaceSubrange(start..<end, with: Array(number.utf8))
        var length = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        length = length &+ UInt64(number.utf8.count) &- UInt64(end - start)
        bytes.replaceSubrange(0..<8, with: WeightBytes.bytes(of: length))
    }
}
