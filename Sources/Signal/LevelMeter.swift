public import Speech

/// Reads the level of the latest 80 ms, for a live meter: long enough to hold a period of any voice, short enough to
/// follow syllables.
public struct LevelMeter: Sendable {
    private static let windowSamples = AudioBuffer.sampleRateHz * 80 / 1000

    private var window: [Float] = []

    /// A meter that has heard nothing: it reads -120 dB.
    public init() { window.reserveCapacity(2 * Self.windowSamples) }

    /// Takes the next audio and returns the level of the latest 80 ms. Samples that are not finite count as zero.
    @discardableResult
    public mutating func process(_ buffer: AudioBuffer) -> AudioLevel {
        window += buffer.samples.suffix(Self.windowSamples).map { $0.isFinite ? $0 : 0 }
        if window.count > Self.windowSamples { window.removeFirst(window.count - Self.windowSamples) }
        return level
    }

    /// The level of the latest 80 ms, or of what there is.
    public var level: AudioLevel {
        let power = window.reduce(0) { $0 + $1 * $1 } / Float(max(1, window.count))
        let peak = window.reduce(0) { max($0, abs($1)) }
        return AudioLevel(
            rmsDBFS: min(0, Double(Decibel.level(power: power))),
            peakDBFS: min(0, Double(Decibel.level(magnitude: peak))))
    }
}
