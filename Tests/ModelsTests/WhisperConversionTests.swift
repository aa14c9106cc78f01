import FoundationEssentials
import TestSupport
import Testing

@testable import Models

@Suite struct WhisperConversionTests {
    /// The converted weights by name.
    private func weights(of conversion: WhisperConversion) throws -> [String: [Float]] {
        let folder = try TestFolder()
        try WeightsWriter(source: conversion.directory, path: folder.file("w"))
            .write(conversion.tensors) { _ in }
        let directory = try SafetensorsFile(SourceFile(folder.file("w"))).directory
        return try directory.tensors.mapValues { try directory.floats($0, 0..<$0.count) }
    }

    private func conversion(_ model: TinyCTranslate2) throws -> WhisperConversion {
        let folder = try TestFolder()
        try model.write(to: folder.path)
        return try withExtendedLifetime(folder) { try WhisperConversion.of(SourceFolder(path: folder.path)) }
    }

    private func conversion(_ model: TinyHuggingFace) throws -> WhisperConversion {
        let folder = try TestFolder()
        try model.write(to: folder.path)
        return try withExtendedLifetime(folder) { try WhisperConversion.of(SourceFolder(path: folder.path)) }
    }

    @Test(arguments: [TinyCTranslate2.Storage.float32, .float16, .bfloat16])
    func floatsOfCTranslate2StayAsTheyAre(storage: TinyCTranslate2.Storage) throws {
        let weights = try weights(of: conversion(TinyCTranslate2(storage: storage)))
        #expect(weights.count == TinyWhisper().tensors.count)
        for tensor in TinyWhisper().tensors {
            #expect(weights[tensor.name] == tensor.floats, "\(tensor.name)")
        }
    }

    /// Half a step of the quantization: 1/254 of a row's largest weight for 8 bits, 1/2048 of a tensor's for 16.
    @Test(arguments: [(TinyCTranslate2.Storage.int8, Float(15) / 8 / 254), (.int16, 15 / 8 / 2048)])
    func integersOfCTranslate2AreScaledBack(storage: TinyCTranslate2.Storage, tolerance: Float) throws {
        let weights = try weights(of: conversion(TinyCTranslate2(storage: storage)))
        for tensor in TinyWhisper().tensors {
            let found = try #require(weights[tensor.name])
            let worst = zip(found, tensor.floats).map { abs($0 - $1) }.max() ?? 1
            #expect(worst <= tolerance * 1.001, "\(tensor.name): \(worst)")
        }
    }

    @Test(arguments: [TensorType.float32, .float16, .bfloat16], ["model.", ""])
    func weightsOfHuggingFaceAreStacked(type: TensorType, prefix: String) throws {
        let weights = try weights(of: conversion(TinyHuggingFace(type: type, prefix: prefix)))
        #expect(weights.count == TinyWhisper().tensors.count)
        for tensor in TinyWhisper().tensors {
            #expect(weights[tensor.name] == tensor.floats, "\(tensor.name)")
        }
    }

    @Test func bothFormatsDescribeTheSameModel() throws {
        let ours = try conversion(TinyHuggingFace()).description
        #expect(ours.shape == TinyWhisper.shape)
        #expect(ours.suppressedTokens == [1, 2] && ours.suppressedAtBegin == [3, 5])
        #expect(ours.alignmentHeads == [.init(layer: 0, head: 1)])
        #expect(ours.isMultilingual && ours.languageTokens == ["en": 7, "de": 8])
        var english = ours
        (english.isMultilingual, english.languageTokens) = (false, [:])
        #expect(try conversion(TinyCTranslate2()).description == english)
    }

    @Test func settingsOfOlderModelsAreInTheConfiguration() throws {
        let folder = try TestFolder()
        var model = TinyHuggingFace()
        model.config["suppress_tokens"] = "[4]"
        model.config["begin_suppress_tokens"] = "null"
        try model.write(to: folder.path)
        try FileManager.default.removeItem(atPath: folder.file("generation_config.json"))
        let description = try WhisperConversion.of(SourceFolder(path: folder.path)).description
        #expect(description.suppressedTokens == [4] && description.suppressedAtBegin.isEmpty)
        #expect(!description.isMultilingual && description.languageTokens.isEmpty)
    }

    @Test func outputWeightsMustBeTheEmbeddings() throws {
        var model = TinyHuggingFace()
        let embeddings = try #require(model.tensors["model.decoder.embed_tokens.weight"])
        model.tensors["proj_out.weight"] = embeddings
        #expect(try conversion(model).tensors.count == TinyWhisper().tensors.count)
        model.tensors["proj_out.weight"]?.bytes[7] ^= 1
        #expect(throws: ModelError.self) { try conversion(model) }
    }

    @Test func aKeyBiasThatIsThereIsTaken() throws {
        var model = TinyHuggingFace()
        let bias = TinyHuggingFace.Tensor(
            type: "F32", shape: [8], bytes: TinyWhisper.bytes([Float](repeating: 0.5, count: 8), .float32))
        model.tensors["model.encoder.layers.0.self_attn.k_proj.bias"] = bias
        let weights = try weights(of: conversion(model))
        #expect(
            weights["encoder/layer_0/self_attention/linear_0/bias"]?[8..<16].allSatisfy { $0 == 0.5 } == true)
    }

    @Test func anyTensorMissingIsAnError() throws {
        for name in TinyHuggingFace().tensors.keys {
            var model = TinyHuggingFace()
            model.tensors[name] = nil
            #expect(throws: ModelError.self, "without \(name)") { try conversion(model) }
        }
        for tensor in TinyWhisper().tensors {
            var model = TinyCTranslate2()
            model.variables.removeAll { $0.name == tensor.name }
            model.aliases = []
            #expect(throws: ModelError.self, "without \(tensor.name)") { try conversion(model) }
        }
    }

    @Test func anyTensorOfAnotherShapeIsAnError() throws {
        for tensor in TinyWhisper().tensors {
            var model = TinyCTranslate2(storage: .float32)
            // As many numbers, differently arranged.
            model[tensor.name].shape = [tensor.floats.count, 1]
            #expect(throws: ModelError.self, "\(tensor.name)") { try conversion(model) }
        }
        for (name, tensor) in TinyHuggingFace().tensors {
            var model = TinyHuggingFace()
            model.tensors[name]?.shape = [1] + tensor.shape
            #expect(throws: ModelError.self, "\(name)") { try conversion(model) }
        }
    }

    @Test func aTensorThatWhisperHasNotIsAnError() throws {
        let extra = TinyHuggingFace.Tensor(type: "F32", shape: [1], bytes: [0, 0, 0, 0])
        for name in ["model.encoder.layers.2.fc1.weight", "model.decoder.lora.weight", "x"] {
            var model = TinyHuggingFace()
            model.tensors[name] = extra
            #expect(throws: ModelError.self, "\(name)") { try conversion(model) }
        }
        var model = TinyCTranslate2()
        model.variables.append(.init(name: "decoder/layer_0/lora", shape: [1], code: 0, bytes: [0, 0, 0, 0]))
        #expect(throws: ModelError.self) { try conversion(model) }
    }

    @Test(arguments: ["TransformerSpec", "Wav2Vec2Spec", ""])
    func anotherFamilyOfCTranslate2IsNamed(family: String) throws {
        var model = TinyCTranslate2()
        model.specification = family
        #expect { try conversion(model) } throws: { error in
            if case ModelError.unsupported(_, let what) = error { what.contains(family) } else { false }
        }
    }

    @Test(arguments: ["wav2vec2", "bert", "whisper2"])
    func anotherFamilyOfHuggingFaceIsNamed(family: String) throws {
        var model = TinyHuggingFace()
        model.config["model_type"] = "\"\(family)\""
        #expect { try conversion(model) } throws: { error in
            if case ModelError.unsupported(_, let what) = error { what.contains(family) } else { false }
        }
    }

    @Test(arguments: [
        ("d_model", "16"), ("encoder_layers", "2"), ("decoder_layers", "3"), ("encoder_ffn_dim", "32"),
        ("num_mel_bins", "80"),
        ("vocab_size", "13"), ("max_source_positions", "1500"), ("max_target_positions", "448"),
        ("encoder_attention_heads", "3"), ("encoder_attention_heads", "0"),
        ("encoder_attention_heads", "null"),
        ("decoder_attention_heads", "4"), ("activation_function", "\"relu\""), ("scale_embedding", "true"),
        ("d_model", "\"8\""),
    ])
    func aConfigurationThatContradictsTheWeightsIsAnError(field: String, value: String) throws {
        var model = TinyHuggingFace()
        model.config[field] = value
        #expect(throws: ModelError.self) { try conversion(model) }
    }

    @Test(arguments: [
        ("suppress_tokens", "[12]"), ("suppress_tokens", "[-1]"), ("begin_suppress_tokens", "[99999999]"),
        ("alignment_heads", "[[1, 0]]"), ("alignment_heads", "[[0, 2]]"), ("alignment_heads", "[[0]]"),
        ("lang_to_id", "{\"<|en|>\": 8}"), ("lang_to_id", "{\"english\": 7}"), ("suppress_tokens", "[1.5]"),
    ])
    func settingsThatContradictTheModelAreAnError(field: String, value: String) throws {
        var model = TinyHuggingFace()
        model.generation[field] = value
        #expect(throws: ModelError.self) { try conversion(model) }
    }

    @Test(arguments: [
        ("decoder/activation", UInt8(0)), ("decoder/pre_norm", 0), ("decoder/scale_embeddings", 1),
    ])
    func anotherWayOfComputingIsNotSupported(name: String, value: UInt8) throws {
        var model = TinyCTranslate2()
        model[name].bytes = [value]
        #expect { try conversion(model) } throws: {
            if case ModelError.unsupported = $0 { true } else { false }
        }
    }

    @Test func integersNeedTheirScale() throws {
        var model = TinyCTranslate2(storage: .int8)
        model.variables.removeAll { $0.name == "encoder/conv1/weight_scale" }
        #expect(throws: ModelError.self) { try conversion(model) }
        model = TinyCTranslate2(storage: .int8)
        model["encoder/conv1/weight_scale"].shape = [4]
        model["encoder/conv1/weight_scale"].bytes.removeLast(16)
        #expect(throws: ModelError.self) { try conversion(model) }
        var other = TinyHuggingFace()
        other.tensors["model.encoder.conv1.bias"] = .init(
            type: "I8", shape: [8], bytes: [UInt8](repeating: 1, count: 8))
        #expect(throws: ModelError.self) { try conversion(other) }
    }

    @Test func aFolderThatHoldsNoModelSaysWhatItHolds() throws {
        let cases = [
            ("pytorch_model.bin", "PyTorch"), ("model.safetensors.index.json", "split"),
            ("ggml-tiny.en.bin", "whisper.cpp"),
            ("readme.txt", "neither"),
        ]
        for (name, word) in cases {
            let folder = try TestFolder()
            try folder.write([0], to: name)
            #expect("\(name)") { try WhisperConversion.of(SourceFolder(path: folder.path)) } throws: {
                error in
                if case ModelError.noWeights(_, let reason) = error { reason.contains(word) } else { false }
            }
        }
        let folder = try TestFolder()
        try TinyCTranslate2().write(to: try folder.folder("inside"))
        #expect("\(ModelError.self)") { try WhisperConversion.of(SourceFolder(path: folder.path)) } throws: {
            error in
            "\(error)".contains("the folder inside")
        }
        #expect(throws: ModelError.self) { try WhisperConversion.of(SourceFolder(path: folder.file("none"))) }
    }

    @Test func aFolderMayLackNothing() throws {
        for name in ["config.json", "vocabulary.txt"] {
            let folder = try TestFolder()
            try TinyCTranslate2().write(to: folder.path)
            try FileManager.default.removeItem(atPath: folder.file(name))
            #expect("without \(name)") { try WhisperConversion.of(SourceFolder(path: folder.path)) } throws: {
                if case ModelError.noWeights = $0 { true } else { false }
            }
        }
    }

    /// The command's tests install a folder of the source tree, which must stay what the converters read.
    @Test func theFolderForTheCommandHoldsTheTinyModel() throws {
        let path = SourceTree.file("Tests/Models/tiny-whisper")
        #expect(try TestFile.bytes(path + "/model.bin") == TinyCTranslate2().bytes)
        #expect(try WhisperConversion.of(SourceFolder(path: path)).vocabulary.tokens == TinyWhisper.tokens)
    }
}
