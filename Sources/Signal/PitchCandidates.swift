import Foundation
import Speech

/// The pitches that a frame may have: the highest peaks of its autocorrelation.
///
/// Boersma 1993, "Accurate short-term analysis of the fundamental frequency and the harmonics-to-noise ratio of a sampled
/// sound": the autocorrelation of the windowed frame is divided by that of the window, so that a periodic frame reads 1 at its
/// period whatever its length. Constants are the standard ones of Praat, which this method is the default of.
struct PitchCandidates: Sendable {
    /// The lowest and the highest pitch that is looked for, in hertz.
    static let range: ClosedRange<Float> = 75...500
    /// What a frame is: its candidates, the unvoiced one first, and how loud it is.
    struct Frame: Sendable {
        var candidates: [PitchCandidate]
        /// The largest magnitude about the middle of the frame.
        var peak: Float
    }

    /// With a weaker peak a frame has no voice.
    private static let voicingThreshold: Float = 0.45
    /// A frame that is quieter than this share of the loudest has no voice.
    static let silenceThreshold: Float = 0.03
    /// What a peak at half the frequency has to be stronger by.
    private static let octaveCost: Float = 0.01
    private static let count = 14
    private static let fftSize = 1024
    /// The longest period, in samples.
    private static let period = AudioBuffer.sampleRateHz / Int(range.lowerBound)
    private static let lags = (AudioBuffer.sampleRateHz / Int(range.upperBound) - 1)...(period + 2)

    private var transform = RealFFT(size: Self.fftSize)
    private let window: [Float]
    /// One over the autocorrelation of the window, 1 at no lag.
    private let correction: [Float]

    init() {
        let angle = 2 * Double.pi / Double(Framer.frameSamples)
        let hann = (0..<Framer.frameSamples).map { Float(0.5 - 0.5 * cos(angle * (Double($0) + 0.5))) }
        window = hann
        let own = transform.autocorrelation(of: hann)
        correction = Self.lags.map { own[0] / own[$0] }
    }

    /// The candidates of a frame of `Framer`, in a recording whose voice was at most `loudest` so far, as a magnitude.
    mutating func frame(_ samples: [Float], loudest: Float) -> Frame {
        let middle = samples.count / 2
        let mean = samples[middle - Self.period..<middle + Self.period].reduce(0, +) / Float(2 * Self.period)
        let reach = Self.period / 2 + 1
        let peak = samples[middle - reach..<middle + reach].reduce(0) { max($0, abs($1 - mean)) }
        let share = peak / max(loudest, peak, 1e-6)
        let silence = max(0, 2 - share * (1 + Self.voicingThreshold) / Self.silenceThreshold)
        let unvoiced = PitchCandidate(frequencyHz: 0, strength: Self.voicingThreshold + silence)
        // What is that silent has no voice whatever its peaks are.
        guard peak > 1e-6, silence < 1 else { return Frame(candidates: [unvoiced], peak: peak) }
        var windowed = samples
        for index in windowed.indices { windowed[index] = (samples[index] - mean) * window[index] }
        let own = transform.autocorrelation(of: windowed)
        guard own[0] > 0 else { return Frame(candidates: [unvoiced], peak: peak) }
        var values = correction
        for index in values.indices { values[index] *= own[Self.lags.lowerBound + index] / own[0] }
        return Frame(candidates: [unvoiced] + peaks(values), peak: peak)
    }

    /// The strongest peaks of an autocorrelation that begins at the shortest lag.
    private func peaks(_ values: [Float]) -> [PitchCandidate] {
        var found: [PitchCandidate] = []
        for index in 1..<values.count - 1 {
            let value = values[index]
            guard value > Self.voicingThreshold / 2, value > values[index - 1], value >= values[index + 1]
            else {
                continue
            }
            // The top of the parabola through the three values.
            let slope = (values[index + 1] - values[index - 1]) / 2
            let curve = 2 * value - values[index - 1] - values[index + 1]
            let offset = slope / curve
            let frequency = Float(AudioBuffer.sampleRateHz) / (Float(Self.lags.lowerBound + index) + offset)
            guard Self.range.contains(frequency) else { continue }
            let height = value + slope * offset / 2
            let strength = height > 1 ? 1 / height : height
            found.append(
                PitchCandidate(
                    frequencyHz: frequency,
                    strength: strength - Self.octaveCost * log2(Self.range.upperBound / frequency)))
        }
        guard found.count > Self.count else { return found }
        return Array(found.sorted { $0.strength > $1.strength }.prefix(Self.count))
    }
}
