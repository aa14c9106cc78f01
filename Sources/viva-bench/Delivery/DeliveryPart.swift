/// What `viva-bench delivery` measures.
enum DeliveryPart: String, Codable, CaseIterable {
    /// Syllable nuclei against Praat's and against the words of the transcripts.
    case syllables
    /// Pitch on made tones and glides.
    case tones
    /// Pitch on recordings against Praat's.
    case pitch

    /// Whether it hears recordings of a corpus.
    var needsRecordings: Bool { self != .tones }

    /// Whether nothing of it can be measured without the references of `bench/peers/delivery.py`.
    var needsPeer: Bool { self == .pitch }

    /// What of it is left out without these references; `nil` for nothing.
    var missedWithoutPeer: String? {
        switch self {
        case .pitch: "all of it"
        case .syllables: "the rates of Praat"
        case .tones: nil
        }
    }
}
