/// What is needed of the `config.json` that CTranslate2's converter writes for Whisper.
struct CTranslate2Config: Decodable {
    var suppressIds: [Int]?
    var suppressIdsBegin: [Int]?
    var alignmentHeads: [WhisperDescription.AttentionHead]?

    enum CodingKeys: String, CodingKey {
        case suppressIds = "suppress_ids"
        case suppressIdsBegin = "suppress_ids_begin"
        case alignmentHeads = "alignment_heads"
    }
}
