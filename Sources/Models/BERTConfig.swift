/// What is needed of the `config.json` that Hugging Face's transformers write for BERT, and of its `tokenizer_config.json`.
struct BERTConfig: Decodable {
    var width: Int?
    var headCount: Int?
    var innerWidth: Int?
    var layerCount: Int?
    var vocabularySize: Int?
    var positionCount: Int?
    var kindCount: Int?
    var activation: String?
    var positionKind: String?
    var epsilon: Double?
    /// Whether capitals are lower-case letters to it.
    var isLowerCase: Bool?
    /// Whether accents vanish; without a word they do where capitals do.
    var stripsAccents: Bool?
    var separatesIdeographs: Bool?

    enum CodingKeys: String, CodingKey {
        case width = "hidden_size"
        case headCount = "num_attention_heads"
        case innerWidth = "intermediate_size"
        case layerCount = "num_hidden_layers"
        case vocabularySize = "vocab_size"
        case positionCount = "max_position_embeddings"
        case kindCount = "type_vocab_size"
        case activation = "hidden_act"
        case positionKind = "position_embedding_type"
        case epsilon = "layer_norm_eps"
        case isLowerCase = "do_lower_case"
        case stripsAccents = "strip_accents"
        case separatesIdeographs = "tokenize_chinese_chars"
    }
}
