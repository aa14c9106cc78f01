import TestSupport
import Testing

@testable import Models

@Suite struct CTranslate2FileTests {
    private func open(_ bytes: [UInt8]) throws -> CTranslate2File {
        let folder = try TestFolder()
        return try CTranslate2File(SourceFile(folder.write(bytes)))
    }

    @Test func readsNamesShapesAndNumbers() throws {
        let file = try open(TinyCTranslate2().bytes)
        #expect(file.specification == "WhisperSpec")
        let tensor = try #require(file.directory["encoder/conv1/weight"])
        #expect(tensor.shape == [8, 4, 3] && tensor.type == .float16)
        #expect(try file.directory.floats(tensor, 0..<96) == TinyWhisper()["encoder/conv1/weight"].floats)
        #expect(try file.scalar("encoder/num_heads") == 2)
        #expect(try file.scalar("none") == nil)
    }

    @Test func readsNegativeScalars() throws {
        var model = TinyCTranslate2()
        model["decoder/alignment_layer"] = .init(
            name: "decoder/alignment_layer", shape: [], code: 2, bytes: [0xFE, 0xFF])
        #expect(try open(model.bytes).scalar("decoder/alignment_layer") == -2)
    }

    @Test func anAliasIsTheTensorItNames() throws {
        let directory = try open(TinyCTranslate2().bytes).directory
        #expect(directory["decoder/projection/weight"] == directory["decoder/embeddings/weight"])
    }

    @Test func everyFileThatIsCutShortIsDamaged() throws {
        let bytes = TinyCTranslate2().bytes
        for count in Array(0..<600) + Array(stride(from: 601, to: bytes.count, by: 37)) + [bytes.count - 1] {
            #expect("cut after \(count) bytes") { try open(Array(bytes[..<count])) } throws: { error in
                if case ModelError.damaged = error { true } else { false }
            }
        }
    }

    @Test func bytesBehindTheEndAreDamage() {
        #expect(throws: ModelError.self) { try open(TinyCTranslate2().bytes + [0]) }
    }

    @Test func changedBytesNeverDoMoreThanFail() throws {
        let bytes = TinyCTranslate2().bytes
        for place in Array(0..<500) + Array((bytes.count - 80)..<bytes.count) {
            for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var changed = bytes
                changed[place] = value
                do { _ = try open(changed) } catch { #expect(error is ModelError) }
            }
        }
    }

    @Test(arguments: [UInt32(0), 5, 7, 0x4654_4C47, .max])
    func anotherVersionIsNotSupported(version: UInt32) {
        var model = TinyCTranslate2()
        model.version = version
        #expect { try open(model.bytes) } throws: { error in
            if case ModelError.unsupported(_, let what) = error { what.contains("\(version)") } else { false }
        }
    }

    @Test func refusesImpossibleVariables() {
        typealias Variable = TinyCTranslate2.Variable
        let variables = [
            Variable(name: "x", shape: [2], code: 0, bytes: [0, 0, 0, 0]),
            Variable(name: "x", shape: [0xFFFF_FFFF, 0xFFFF_FFFF, 0xFFFF_FFFF], code: 0, bytes: []),
            Variable(name: "x", shape: [1, 1, 1, 1, 1, 1, 1, 1, 1], code: 1, bytes: [0]),
            Variable(name: "x", shape: [1], code: 9, bytes: [0]),
            Variable(name: "", shape: [1], code: 1, bytes: [0]),
            Variable(name: "a\nb", shape: [1], code: 1, bytes: [0]),
            Variable(name: String(repeating: "n", count: 2000), shape: [1], code: 1, bytes: [0]),
        ]
        for variable in variables.dropFirst(0) where !variable.name.isEmpty {
            var model = TinyCTranslate2()
            model.variables.append(variable)
            #expect(throws: ModelError.self, "\(variable.name) \(variable.shape)") { try open(model.bytes) }
        }
    }

    @Test func refusesTwoVariablesOfOneName() {
        var model = TinyCTranslate2()
        model.variables.append(model.variables[5])
        #expect(throws: ModelError.self) { try open(model.bytes) }
    }

    @Test(arguments: [("x", "none"), ("encoder/conv1/bias", "encoder/conv2/bias")])
    func refusesContradictingAliases(alias: String, name: String) {
        var model = TinyCTranslate2()
        model.aliases = [(alias, name)]
        #expect(throws: ModelError.self) { try open(model.bytes) }
    }
}
