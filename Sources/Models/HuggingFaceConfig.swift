/// What is needed of a `config.json` or `generation_config.json` of Hugging Face's transformers.
struct HuggingFaceConfig: Decodable {
    var modelType: String?
    var width: Int?
    var encoderHeadCount: Int?
    var decoderHeadCount: Int?
    var encoderLayerCount: Int?
    var decoderLayerCount: Int?
    var innerWidth: Int?
    var melBinCount: Int?
    var vocabularySize: Int?
    var audioPositionCount: Int?
    var textPositionCount: Int?
    var activation: String?
    var scalesEmbeddings: Bool?
    var suppressedTokens: [Int]?
    var suppressedAtBegin: [Int]?
    var alignmentHeads: [WhisperDescription.AttentionHead]?
    var isMultilingual: Bool?
    /// Such as `<|en|>`: 50259.
    var languageTokens: [String: Int]?

    enum CodingKeys: String, CodingKey {
        case modelType = "model_type"
        case width = "d_model"
        case encoderHeadCount = "encoder_attention_heads"
        case decoderHeadCount = "decoder_attention_heads"
        case encoderLayerCount = "encoder_layers"
        case decoderLayerCount = "decoder_layers"
        case innerWidth = "encoder_ffn_dim"
        case melBinCount = "num_mel_bins"
        case vocabularySize = "vocab_size"
        case audioPositionCount = "max_source_positions"
        case textPositionCount = "max_target_positions"
        case activation = "activation_function"
        case scalesEmbeddings = "scale_embedding"
        case suppressedTokens = "suppress_tokens"
        case suppressedAtBegin = "begin_suppress_tokens"
        case alignmentHeads = "alignment_heads"
        case isMultilingual = "is_multilingual"
        case languageTokens = "lang_to_id"
    }
}
