import ArgumentParser

/// What `viva-bench delivery` measures, in the order of measuring.
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
    /// The level over time against Praat's intensity.
    case intensity
    /// Words a minute by what an ear hears against the words of the transcripts.
    case words
    /// How fast all of it is.
    case speed

    /// Whether it measures on recordings of a corpus.
    var needsRecordings: Bool { self != .made && self != .tones }

    /// Whether nothing of it can be measured without the references of `bench/peers/delivery.py`.
    var needsPeer: Bool { self == .pitch || self == .intensity }

    /// What of it is left out without these references; `nil` for nothing.
    var missedWithoutPeer: String? {
        switch self {
        case .pitch, .intensity: "all of it"
        case .pauses: "what Silero VAD hears"
        case .syllables: "the rates of Praat"
        case .made, .tones, .words, .speed: nil
        }
    }

    /// The parts to measure, in their order.
    ///
    /// - Parameters:
    ///   - names: the parts asked for, each text one or several parted by commas; none for all that can be measured.
    ///   - hasRecordings: whether there is a corpus to measure on.
    ///   - hasEar: whether an ear is named that hears words, which asks for that part.
    /// - Throws: `ValidationError` for a part that does not exist or lacks what it needs.
    static func chosen(_ names: [String], hasRecordings: Bool, hasEar: Bool) throws -> [DeliveryPart] {
        let named = try names.flatMap { $0.split(separator: ",") }.map { name in
            guard let part = DeliveryPart(rawValue: String(name)) else {
                throw ValidationError("There is no part \(name).")
            }
            return part
        }
        if named.contains(.words), !hasEar { throw ValidationError("--words says who hears the words.") }
        let chosen = allCases.filter { part in
            if part == .words { return hasEar }
            return named.isEmpty ? hasRecordings || !part.needsRecordings : named.contains(part)
        }
        if !hasRecordings, let part = chosen.first(where: \.needsRecordings) {
            throw ValidationError(
                "The part \(part.rawValue) needs recordings: name a --corpus or a --manifest.")
        }
        return chosen
    }
}
