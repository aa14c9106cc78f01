import Recognition
import Vocabulary

extension WrittenText {
    /// How words that were heard are written, with the terms that come with Viva.
    ///
    /// - Throws: `RecognitionError` when these cannot be read.
    static func installed() throws -> WrittenText {
        WrittenText(lexicon: try HearingFolder(path: Places.data() + "/models").writtenTerms())
    }
}
