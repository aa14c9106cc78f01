/// What the configuration files of either format say of a Whisper model.
struct WhisperSettings: Sendable, Hashable {
    /// The file it comes from, for messages.
    var path: String
    var suppressedTokens: [Int] = []
    var suppressedAtBegin: [Int] = []
    var alignmentHeads: [WhisperDescription.AttentionHead] = []
    /// `nil` when the files do not say.
    var isMultilingual: Bool?
    /// The tokens of languages by their codes, as far as the files name them.
    var languageTokens: [String: Int] = [:]
}
