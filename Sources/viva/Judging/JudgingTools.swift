import Evaluation
import Meaning
import Models

/// What is installed that judges know language by.
enum JudgingTools {
    /// The encoder that `viva models install` has.
    static let modelName = "minilm"

    /// The installed tools.
    ///
    /// - Parameter isModelWanted: whether the network is to be used where it is installed; else its word vectors alone.
    /// - Throws: `CommandFailure` when something is installed and damaged.
    static func installed(isModelWanted: Bool = true) throws -> JudgementTools {
        var tools = JudgementTools()
        do {
            // In answers of a sentence or two, all meanings of a word agreed better with people's grades than the commonest.
            tools.thesaurus = try WordNet.installed(senses: .max)
        } catch {
            throw CommandFailure(.unavailable, "\(error)")
        }
        guard let model = try? ModelStore.ofUser.model(named: modelName) else { return tools }
        do {
            let encoder = try MiniLMEncoder(model)
            tools.vectors = encoder.wordVectors
            if isModelWanted { tools.encoder = encoder }
        } catch {
            throw CommandFailure(
                .unavailable,
                "\(error) Remove it with `viva models remove \(modelName)` and install it again.")
        }
        return tools
    }
}
