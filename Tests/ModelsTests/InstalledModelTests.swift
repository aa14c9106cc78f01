import FoundationEssentials
import TestSupport
import Testing

@testable import Models

@Suite struct InstalledModelTests {
    private func installed(_ folder: TestFolder) async throws -> String {
        try await ModelStoreTests.store(folder, with: ["a"]).path(of: "a")
    }

    private func change(_ folder: String, _ text: String, to other: String) throws {
        let path = folder + "/model.json"
        let json = try TestFile.text(path)
        #expect(json.contains(text), "\(text) in \(json)")
        try TestFile.write(json.replacing(text, with: other), to: path)
    }

    @Test func opensWithFieldsAndPaths() async throws {
        let folder = try TestFolder()
        let model = try InstalledModel(folder: try await installed(folder))
        #expect(model.name == "a" && model.description.family == .whisper)
        #expect(model.description.whisper?.shape == TinyWhisper.shape)
        #expect(model.description.source.kind == .folder)
        #expect(model.sizeBytes > 4000 && model.description.installed.timeIntervalSinceNow > -600)
        let directory = try SafetensorsFile(SourceFile(model.weightsPath)).directory
        #expect(directory.tensors.count == TinyWhisper().tensors.count)
        let vocabulary = try TestFile.text(model.vocabularyPath)
        #expect(vocabulary == TinyWhisper.tokens.joined(separator: "\n") + "\n")
    }

    @Test func verifyingFindsChangedFiles() async throws {
        let folder = try TestFolder()
        let path = try await installed(folder)
        let model = try InstalledModel(folder: path)
        var shares: [Double] = []
        #expect(try model.verify { shares.append($0) } == [])
        #expect(shares == shares.sorted() && shares.last == 1)
        for name in ["weights.safetensors", "vocabulary.txt"] {
            var bytes = try TestFile.bytes(path + "/" + name)
            bytes[bytes.count - 2] ^= 1
            try TestFile.write(bytes, to: path + "/" + name)
            #expect(try InstalledModel(folder: path).verify().contains(name))
        }
        #expect(try model.verify() == ["weights.safetensors", "vocabulary.txt"])
    }

    @Test(arguments: ["weights.safetensors", "vocabulary.txt", "model.json"])
    func aMissingOrShortFileIsAnError(name: String) async throws {
        let folder = try TestFolder()
        let path = try await installed(folder)
        let bytes = try TestFile.bytes(path + "/" + name)
        try TestFile.write(Array(bytes.dropLast(2)), to: path + "/" + name)
        #expect { try InstalledModel(folder: path) } throws: {
            if case ModelError.damaged = $0 { true } else { false }
        }
        try FileManager.default.removeItem(atPath: path + "/" + name)
        #expect { try InstalledModel(folder: path) } throws: {
            if case ModelError.readFailed = $0 { true } else { false }
        }
    }

    @Test(arguments: [
        ("\"headCount\" : 2", "\"headCount\" : 3"), ("\"headCount\" : 2", "\"headCount\" : 0"),
        ("\"width\" : 8", "\"width\" : 9223372036854775807"), ("\"width\" : 8", "\"width\" : -8"),
        ("\"vocabularySize\" : 12", "\"vocabularySize\" : 3"),
        ("\"family\" : \"whisper\"", "\"family\" : \"parrot\""),
        ("\"formatVersion\" : 1", "\"formatVersion\" : 2"), ("\"name\" : \"a\"", "\"name\" : 1"),
        ("\"whisper\" : {", "\"parrot\" : {"), ("\"installed\" : \"2", "\"installed\" : \"x"),
        ("\"vocabulary.txt\" : {", "\"vocabulary\" : {"),
        ("\"kind\" : \"folder\"", "\"kind\" : \"elsewhere\""),
        ("\"sha256\" : \"", "\"sha256\" : \"x"),
    ])
    func aDescriptionThatContradictsItselfIsAnError(text: String, other: String) async throws {
        let folder = try TestFolder()
        let path = try await installed(folder)
        try change(path, text, to: other)
        #expect(throws: ModelError.self) { try InstalledModel(folder: path) }
    }

    @Test func aNewerFormatIsNamed() async throws {
        let folder = try TestFolder()
        let path = try await installed(folder)
        try TestFile.write(
            "{\"formatVersion\": 7, \"family\": \"x\", \"all\": \"else differs\"}", to: path + "/model.json")
        #expect { try InstalledModel(folder: path) } throws: { error in
            if case ModelError.unsupported(_, let what) = error { what.contains("7") } else { false }
        }
    }
}
