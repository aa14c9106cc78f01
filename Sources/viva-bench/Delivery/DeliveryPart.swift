/// What `viva-bench delivery` measures.
enum DeliveryPart: String, Codable, CaseIterable {
    /// Pauses of made answers, clean and in noise.
    case made
    /// Pauses of recordings against the words of TextGrids and against Silero VAD.
    case pauses
    /// Syllable nuclei against Praat's and against the words of the transcripts.
    case syllables
    /// Pitch on made tones and glides.
    case tones
    /// Pitch on recordings against Praat's.
    case pitch

    /// Whether it hears recordings of a corpus.
    var needsRecordings: Bool { self != .made && self != .tones }

    /// Whether nothing of it can be measured without the references of `bench/peers/delivery.py`.
    var needsPeer: Bool { self == .pitch }

    /// What of it is left out without these references; `nil` for nothing.
    var missedWithoutPeer: String? {
        switch self {
        case .pitch: "all of it"
        case .pauses: "what Silero VAD hears"
        case .syllables: "the rates of Praat"
        case .made, .tones: nil
        }
    }
}
