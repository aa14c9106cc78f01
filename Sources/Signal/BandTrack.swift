/// The levels of five wide bands, every 10 ms of a recording: enough to find weak ends of words again later, in eight bytes.
struct BandTrack: Sendable {
    /// How many wide bands there are.
    static let bandCount = groups.count
    /// Which bands of `BandSpectrum` are taken together: 150, 775, 1858, 3167, 5146 and
    /// 7000 Hz.
    private static let groups = [0..<4, 4..<8, 8..<11, 11..<14, 14..<16]
    private static let stepDB: Float = 0.5

    private var frames: [SIMD8<UInt8>] = []

    /// How many frames there are.
    var count: Int { frames.count }

    /// Adds the powers of the bands of the next frame.
    mutating func append(_ powers: BandSpectrum.Bands) {
        var frame = SIMD8<UInt8>()
        for (place, group) in Self.groups.enumerated() {
            let power = group.reduce(Float(0)) { $0 + powers[$1] }
            let steps = ((Decibel.level(power: power) - Decibel.silence) / Self.stepDB).rounded()
            frame[place] = UInt8(max(0, min(255, steps)))
        }
        frames.append(frame)
    }

    /// The level of a wide band in a frame, in dB re full scale.
    func levelDB(_ frame: Int, band: Int) -> Float {
        Decibel.silence + Float(frames[frame][band]) * Self.stepDB
    }
}
