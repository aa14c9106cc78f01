/// A language model that could not be kept: a temporary file for as long as somebody hears with it.
final class PassingModel: Sendable {
    private let file: TemporaryFile

    /// Where it is.
    var path: String { file.path }

    /// Writes the model.
    init(_ model: [UInt8]) throws(Decoder.Failure) { file = try TemporaryFile(model) }
}
