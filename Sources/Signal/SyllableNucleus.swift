/// The loudest place of a syllable.
public struct SyllableNucleus: Sendable, Hashable, Codable {
    /// When the syllable is loudest, in seconds from the start of the recording.
    public var timeSeconds: Double
    /// Its intensity there, in dB re full scale (RMS; a full-scale sine reads -3).
    public var levelDB: Float

    /// A nucleus of `levelDB` at `timeSeconds`.
    public init(timeSeconds: Double, levelDB: Float) {
        self.timeSeconds = timeSeconds
        self.levelDB = levelDB
    }
}
