import Speech

/// Cuts audio that is too long into pieces, each cut where it is quietest, so that as few words as can be are split.
struct QuietCut {
    /// The most samples of a piece.
    var limitSamples: Int

    /// How far before the limit a quiet place is looked for, as a share of the limit: a third keeps the pieces long.
    private static let searchShare = 1.0 / 3
    /// The stretch whose energy is compared: 0.2 s, longer than the closure of a plosive.
    private static let windowSamples = AudioBuffer.sample(0.2)
    private static let stepSamples = AudioBuffer.sample(0.05)

    /// The audio in pieces of at most the limit, in order and without a gap; empty audio gives none.
    func pieces(of audio: AudioBuffer) -> [AudioBuffer] {
        guard audio.samples.count > limitSamples else { return audio.samples.isEmpty ? [] : [audio] }
        var pieces: [AudioBuffer] = []
        var start = 0
        while start < audio.samples.count {
            let remaining = audio.samples.count - start
            let end =
                remaining <= limitSamples ? audio.samples.count : quietPlace(in: audio.samples, from: start)
            pieces.append(
                AudioBuffer(
                    samples: Array(audio.samples[start..<end]), startSample: audio.startSample + start))
            start = end
        }
        return pieces
    }

    /// The middle of the quietest window in the last part before the limit.
    private func quietPlace(in samples: [Float], from start: Int) -> Int {
        let earliest = start + limitSamples - Int(Double(limitSamples) * Self.searchShare)
        let latest = start + limitSamples - Self.windowSamples
        guard earliest < latest else { return start + limitSamples }
        var quietest = (place: start + limitSamples, energy: Float.infinity)
        for place in stride(from: earliest, through: latest, by: Self.stepSamples) {
            let energy = samples[place..<place + Self.windowSamples].reduce(0) { $0 + $1 * $1 }
            if energy < quietest.energy { quietest = (place + Self.windowSamples / 2, energy) }
        }
        return quietest.place
    }
}
