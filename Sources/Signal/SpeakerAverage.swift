/// What a voice is like on the average so far: its loudness and the shape of its spectrum.
struct SpeakerAverage: Sendable {
    private var histogram = LevelHistogram()
    private var sum = BandSpectrum.Bands(repeating: 0)
    private var count: Float = 0

    /// So many frames of a general voice stand in the average at the start: half a second.
    private static let priorFrames: Float = 50
    /// The average voice of the development recordings: the bands less their mean, in dB.
    private static let prior = BandSpectrum.Bands(
        9, 15, 13, 10, 8, 6, 3, 0, -2, -3, -4, -6, -9, -11, -13, -16)

    /// Takes a frame that is voiced.
    mutating func add(_ frame: VoiceFrame) {
        histogram.add(frame.levelDB)
        sum += Self.shape(frame.bands)
        count += 1
    }

    /// The level of the loud parts, in dB re full scale; `nil` at the start.
    var loudDB: Float? { count < 15 ? nil : histogram.quantileDB(0.85) }

    /// The mean shape of the spectrum.
    var shape: BandSpectrum.Bands { (sum + Self.prior * Self.priorFrames) / (count + Self.priorFrames) }

    /// A spectrum without its level.
    static func shape(_ bands: BandSpectrum.Bands) -> BandSpectrum.Bands {
        bands - bands.sum() / Float(BandSpectrum.Bands.scalarCount)
    }
}
