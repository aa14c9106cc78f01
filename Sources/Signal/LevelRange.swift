public import Speech

/// How far apart loud and quiet are in a stretch of speech, which tells how much noise lies under it without knowing where
/// nobody speaks.
public enum LevelRange {
    /// From the level that a tenth of the frames of 10 ms stay under to the one that nine tenths do, in decibels, what lies
    /// below 80 Hz left out; `nil` for less than 0.1 s. Speech in a quiet room has 24 dB and more, at a signal to noise
    /// ratio of 12 dB about 14.
    public static func decibels(of audio: AudioBuffer) -> Double? {
        guard audio.samples.count >= 10 * Framer.hopSamples else { return nil }
        var blocks = PowerBlocks()
        var levels = LevelHistogram()
        for sample in audio.samples {
            if let power = blocks.add(sample) { levels.add(Decibel.level(power: power)) }
        }
        guard let quiet = levels.quantileDB(0.1), let loud = levels.quantileDB(0.9) else { return nil }
        return Double(loud - quiet)
    }
}
