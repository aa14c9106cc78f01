import Foundation
public import Speech

/// Where the parts of a PocketSphinx model lie.
public struct PocketSphinxModel: Sendable, Hashable {
    /// The folder of the acoustic model: `mdef`, `means`, `variances` ...
    public var acousticModelPath: String
    /// The pronunciation dictionary, one word a line.
    public var dictionaryPath: String
    /// The language model: SphinxBase's binary trie or ARPA text.
    public var languageModelPath: String
    /// The language model over phones, which words are verified with; `nil` when there is none.
    public var phoneModelPath: String?

    /// Where Debian's package `pocketsphinx-en-us` puts its model.
    public static let debianFolder = "/usr/share/pocketsphinx/model/en-us"

    /// A model of its paths.
    public init(
        acousticModelPath: String, dictionaryPath: String, languageModelPath: String,
        phoneModelPath: String? = nil
    ) {
        self.acousticModelPath = acousticModelPath
        self.dictionaryPath = dictionaryPath
        self.languageModelPath = languageModelPath
        self.phoneModelPath = phoneModelPath
    }

    /// The model of Debian's package `pocketsphinx-en-us`, or one laid out like it in `folder`.
    public static func installed(in folder: String? = nil) -> PocketSphinxModel {
        let folder = folder ?? debianFolder
        let phoneModelPath = folder + "/en-us-phone.lm.bin"
        return PocketSphinxModel(
            acousticModelPath: folder + "/en-us",
            dictionaryPath: folder + "/cmudict-en-us.dict",
            languageModelPath: folder + "/en-us.lm.bin",
            phoneModelPath: FileManager.default.fileExists(atPath: phoneModelPath) ? phoneModelPath : nil)
    }

    /// The name of the acoustic model's folder, for example `en-us`.
    public var name: String { URL(fileURLWithPath: acousticModelPath).lastPathComponent }

    /// Checks every file before the engine reads it, because over a bad one the engine ends the whole process.
    ///
    /// What is checked: that the files are there, are of the right kind, are whole, agree with each other and, where
    /// they carry a checksum, are unchanged. Takes about a tenth of a second.
    ///
    /// - Throws: `RecognitionError.modelMissing` or `.modelInvalid` for the first file that fails.
    public func validate() throws(RecognitionError) {
        let folder = acousticModelPath
        let definition = try ModelDefinition(path: folder + "/mdef")
        let means = try ParameterFile(path: folder + "/means", kind: .gaussians).dimensions
        guard try ParameterFile(path: folder + "/variances", kind: .gaussians).dimensions == means else {
            throw .modelInvalid(path: folder + "/variances", reason: "its counts are not those of the means")
        }
        let transitions = try ParameterFile(path: folder + "/transition_matrices", kind: .tensor).dimensions
        guard transitions[0] == definition.transitionMatrices else {
            throw .modelInvalid(
                path: folder + "/transition_matrices",
                reason: "it has \(transitions[0]) matrices and mdef \(definition.transitionMatrices)")
        }
        let weights = try MixtureWeights(folder: folder, streams: means[1], densities: means[2])
        guard weights.states == definition.states else {
            throw .modelInvalid(
                path: folder + "/sendump",
                reason: "it has \(weights.states) states and mdef \(definition.states)")
        }
        try Self.validateFeatureParameters(path: folder + "/feat.params")
        try Self.validateDictionary(path: dictionaryPath)
        if FileManager.default.fileExists(atPath: folder + "/noisedict") {
            try Self.validateDictionary(path: folder + "/noisedict")
        }
        try LanguageModelFile.validate(path: languageModelPath)
        if let phoneModelPath { try LanguageModelFile.validate(path: phoneModelPath) }
    }

    /// Checks that the features are given as pairs of a name and a value.
    private static func validateFeatureParameters(path: String) throws(RecognitionError) {
        let file = try ModelFile(path: path)
        try file.requireText()
        let text = String(decoding: file.data, as: UTF8.self)
        let fields = text.split(whereSeparator: \.isWhitespace)
        let names = stride(from: 0, to: fields.count, by: 2).map { fields[$0] }
        guard fields.count.isMultiple(of: 2), names.allSatisfy({ $0.hasPrefix("-") }), text.hasSuffix("\n")
        else {
            throw file.invalid("it is not a list of `-name value` lines; it may be cut short")
        }
        for name in ["-feat", "-model"] where !names.contains(Substring(name)) {
            throw file.invalid("it has no `\(name)`")
        }
    }

    /// Checks that a dictionary is text and that its first line is a word with phones.
    private static func validateDictionary(path: String) throws(RecognitionError) {
        var file = try ModelFile(path: path)
        try file.requireText()
        let first = try file.text(endingWith: UInt8(ascii: "\n")).split(whereSeparator: \.isWhitespace)
        guard first.count >= 2 else { throw file.invalid("its first line is not a word and its phones") }
    }
}
