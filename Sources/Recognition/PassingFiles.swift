/// Files of a language model that could not be kept: temporary ones for as long as somebody hears with them.
final class PassingFiles: Sendable {
    private let model: TemporaryFile
    private let dictionary: TemporaryFile

    /// Where they are.
    var files: InterviewCache.Files { .init(model: model.path, dictionary: dictionary.path) }

    /// Writes the files.
    init(model: [UInt8], dictionary: [UInt8]) throws(Decoder.Failure) {
        self.model = try TemporaryFile(model)
        self.dictionary = try TemporaryFile(dictionary)
    }
}
