import FoundationEssentials
import TestSupport
import Testing

@testable import Models

@Suite struct BERTConversionTests {
    private func conversion(_ model: TinyBERT) throws -> ModelConversion {
        let folder = try TestFolder()
        try model.write(to: folder.path)
        return try withExtendedLifetime(folder) { try ModelConversion.of(SourceFolder(path: folder.path)) }
    }

    /// The converted weights by name.
    private func weights(of conversion: ModelConversion) throws -> [String: [Float]] {
        let folder = try TestFolder()
        try WeightsWriter(source: conversion.directory, path: folder.file("w"))
            .write(conversion.tensors) { _ in }
        let directory = try SafetensorsFile(SourceFile(folder.file("w"))).directory
        return try directory.tensors.mapValues { try directory.floats($0, 0..<$0.count) }
    }

    @Test(arguments: [TensorType.float32, .float16, .bfloat16], ["", "bert."])
    func weightsStayAsTheyAreUnderOurNames(type: TensorType, prefix: String) throws {
        var model = TinyBERT()
        (model.type, model.prefix) = (type, prefix)
        let conversion = try conversion(model)
        #expect(conversion.family == .bert && conversion.bert == TinyBERT.shape && conversion.whisper == nil)
        #expect(conversion.weightsSizeBytes == TinyBERT.shape.weightsSizeBytes)
        #expect(conversion.vocabulary == TinyBERT.pieces.joined(separator: "\n") + "\n")
        let weights = try weights(of: conversion)
        func floats(_ names: String...) -> [Float] { names.flatMap { model.tensors[$0]?.floats ?? [] } }
        let attention = "encoder.layer.1.attention."
        let pairs: [(String, [Float])] = [
            ("encoder/embeddings_0/weight", floats("embeddings.word_embeddings.weight")),
            ("encoder/embeddings_1/weight", floats("embeddings.token_type_embeddings.weight")),
            ("encoder/position_encodings/encodings", floats("embeddings.position_embeddings.weight")),
            ("encoder/layernorm_embedding/gamma", floats("embeddings.LayerNorm.weight")),
            (
                "encoder/layer_1/self_attention/linear_0/weight",
                floats(
                    attention + "self.query.weight", attention + "self.key.weight",
                    attention + "self.value.weight")
            ),
            (
                "encoder/layer_1/self_attention/linear_0/bias",
                floats(
                    attention + "self.query.bias", attention + "self.key.bias", attention + "self.value.bias")
            ),
            ("encoder/layer_1/self_attention/linear_1/weight", floats(attention + "output.dense.weight")),
            ("encoder/layer_1/self_attention/layer_norm/beta", floats(attention + "output.LayerNorm.bias")),
            ("encoder/layer_0/ffn/linear_0/weight", floats("encoder.layer.0.intermediate.dense.weight")),
            ("encoder/layer_0/ffn/linear_1/weight", floats("encoder.layer.0.output.dense.weight")),
            ("encoder/layer_0/ffn/layer_norm/gamma", floats("encoder.layer.0.output.LayerNorm.weight")),
        ]
        for (name, expected) in pairs { #expect(weights[name] == expected && !expected.isEmpty, "\(name)") }
        #expect(weights.count == 5 + 2 * 12)
    }

    @Test(arguments: TinyBERT().tensors.keys.sorted())
    func everyTensorIsNeededInItsShape(name: String) throws {
        var model = TinyBERT()
        let tensor = try #require(model.tensors[name])
        model.tensors[name] = nil
        #expect(throws: ModelError.self) { try conversion(model) }
        model.tensors[name] = (tensor.shape + [1], tensor.floats)
        #expect(throws: ModelError.self) { try conversion(model) }
    }

    @Test(arguments: [
        ("hidden_size", "9", "hidden_size is 9"), ("vocab_size", "7", "vocab_size is 7"),
        ("num_hidden_layers", "6", "num_hidden_layers is 6"),
        ("num_attention_heads", "3", "multiple of its 3 heads"),
        ("num_attention_heads", "null", "how many attention heads"), ("hidden_act", "\"relu\"", "relu"),
        ("position_embedding_type", "\"relative_key\"", "relative_key"), ("layer_norm_eps", "1e-5", "1e-05"),
        ("model_type", "\"roberta\"", "roberta"),
    ])
    func refusesAnotherNetwork(key: String, value: String, reason: String) throws {
        var model = TinyBERT()
        model.config[key] = value
        #expect { try conversion(model) } throws: { "\($0)".contains(reason) }
    }

    @Test(arguments: [
        ("do_lower_case", "false", "capitals"), ("strip_accents", "false", "accents"),
        ("tokenize_chinese_chars", "false", "Chinese"),
    ])
    func refusesAnotherWayToCutText(key: String, value: String, reason: String) throws {
        var model = TinyBERT()
        model.tokenizer[key] = value
        #expect { try conversion(model) } throws: { "\($0)".contains(reason) }
    }

    @Test(arguments: [
        ("[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\n", "7 pieces"), ("[UNK]\n[CLS]\nx\na\nb\nc\nd\ne\n", "[SEP]"),
        ("[UNK]\n[CLS]\n[SEP]\na\nb\nc\nd\na\n", "twice"),
    ])
    func refusesAnotherVocabulary(text: String, reason: String) throws {
        var model = TinyBERT()
        model.vocabulary = text
        #expect { try conversion(model) } throws: { "\($0)".contains(reason) }
    }

    @Test func refusesWeightsThatWouldBeLeftOut() throws {
        var model = TinyBERT()
        model.tensors["encoder.layer.0.adapter.weight"] = ([1], [1])
        #expect { try conversion(model) } throws: { "\($0)".contains("adapter") }
    }

    @Test(arguments: ["vocab.txt", "model.safetensors", "config.json"])
    func namesAMissingFile(name: String) throws {
        let folder = try TestFolder()
        try TinyBERT().write(to: folder.path)
        try FileManager.default.removeItem(atPath: folder.file(name))
        #expect { try ModelConversion.of(SourceFolder(path: folder.path)) } throws: { error in
            guard case ModelError.noWeights = error else { return false }
            return "\(error)".contains(name)
        }
    }

    @Test func anInstalledModelKeepsItsShape() async throws {
        let folder = try TestFolder()
        let source = try folder.folder("source")
        try TinyBERT().write(to: source)
        let store = ModelStore(folder: folder.file("store"))
        func installer(_ entry: ModelCatalogue.Entry) -> ModelInstaller {
            ModelInstaller(
                store: store, catalogue: ModelCatalogue(formatVersion: 1, models: [entry]),
                download: { _, _ in throw CancellationError() })
        }
        func entry(_ family: ModelFamily, _ shape: BERTShape?) -> ModelCatalogue.Entry {
            ModelCatalogue.Entry(
                name: "tiny", family: family, purpose: "tests", licence: "Apache-2.0", bert: shape)
        }
        let request = InstallationRequest(name: "tiny", origin: .folder(source))
        var other = TinyBERT.shape
        other.layerCount = 6
        for (entry, difference) in [
            (entry(.bert, other), "layers 2 instead of 6"), (entry(.whisper, nil), "bert instead of whisper"),
        ] {
            await #expect { try await installer(entry).install(request) } throws: { error in
                guard case ModelError.otherModel = error else { return false }
                return "\(error)".contains(difference)
            }
        }
        let model = try await installer(entry(.bert, TinyBERT.shape)).install(request).model
        #expect(model.description.family == .bert && model.description.bert == TinyBERT.shape)
        #expect(model.description.licence == "Apache-2.0")
        #expect(try model.verify() == [])
        let path = model.folder + "/model.json"
        let json = try TestFile.text(path)
        for (text, changed) in [("\"headCount\" : 2", "\"headCount\" : 3"), ("\"bert\" : {", "\"x\" : {")] {
            try TestFile.write(json.replacing(text, with: changed), to: path)
            #expect("\(changed)") { try InstalledModel(folder: model.folder) } throws: {
                if case ModelError.damaged = $0 { true } else { false }
            }
        }
    }

    @Test func theFilesOfAFolderAreFetchedOneByOne() async throws {
        let folder = try TestFolder()
        let source = try folder.folder("source")
        try TinyBERT().write(to: source)
        let installer = ModelInstaller(
            store: ModelStore(folder: folder.file("store")),
            catalogue: ModelCatalogue(formatVersion: 1, models: []),
            download: { address, path in
                let name = String(address.split(separator: "/").last ?? "")
                try TestFile.write(try TestFile.bytes(source + "/" + name), to: path)
            })
        let request = InstallationRequest(name: "tiny", origin: .url("https://example.org/model/"))
        #expect(try await installer.install(request).model.description.bert == TinyBERT.shape)
    }
}
