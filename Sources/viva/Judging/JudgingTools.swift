import Evaluation
import Meaning

/// What is installed that judges know language by.
enum JudgingTools {
    /// The installed tools.
    ///
    /// - Parameter isModelWanted: whether the network is to be used where it is installed; else its word vectors alone.
    /// - Throws: `CommandFailure` when something is installed and damaged.
    static func installed(isModelWanted: Bool = true) throws -> JudgementTools {
        do {
            let meaning = try InstalledMeaning()
            return JudgementTools(
                thesaurus: meaning.thesaurus, vectors: meaning.vectors,
                encoder: isModelWanted ? meaning.encoder : nil)
        } catch {
            throw CommandFailure(
                .unavailable,
                "\(error) `viva models remove \(InstalledMeaning.modelName)` and `apt-get install --reinstall wordnet-base` "
                    + "put it right.")
        }
    }
}
