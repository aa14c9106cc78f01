import Foundation
import Speech

/// How periodic a frame is at the pitches of voices: the largest normalised autocorrelation over 75 to 500 Hz.
///
/// The frame is low-passed at 900 Hz, brought to 4 kHz, and pre-emphasised so that rumble, which resembles itself at
/// any short lag, does not look like a voice. Normalising by the mean energy of both stretches (as in Talkin
/// 1995, "A robust algorithm for pitch tracking", with the arithmetic mean) makes a periodic frame read near 1 at
/// any lag, and a click, which lies in one stretch only, near 0.
struct Voicing: Sendable {
    private static let decimation = 4
    private static let filterTaps = 31
    private static let lags = 8...53

    private let filter: [Float]

    init() {
        let middle = Double(Self.filterTaps - 1) / 2
        let cutoff = 900.0 / Double(AudioBuffer.sampleRateHz)
        let taps = (0..<Self.filterTaps).map { index -> Double in
            let offset = Double(index) - middle
            let ideal = offset == 0 ? 2 * cutoff : sin(2 * .pi * cutoff * offset) / (.pi * offset)
            return ideal * (0.54 + 0.46 * cos(.pi * offset / (middle + 1)))
        }
        let sum = taps.reduce(0, +)
        filter = taps.map { Float($0 / sum) }
    }

    /// The periodicity of a frame, 0...1, above 0.5 for voiced speech and below 0.4 for most noise, and the pitch where it is
    /// largest, in hertz; 0 when there is none. A pitch may be an octave off.
    func measure(_ frame: [Float]) -> (periodicity: Float, pitchHz: Float) {
        let low = decimated(frame)
        var energyBefore = [Float](repeating: 0, count: low.count + 1)
        for index in low.indices { energyBefore[index + 1] = energyBefore[index] + low[index] * low[index] }
        guard let total = energyBefore.last, total > 1e-10 else { return (0, 0) }
        return low.withUnsafeBufferPointer { samples in
            guard let start = samples.baseAddress else { return (0, 0) }
            var values = [Float](repeating: 0, count: Self.lags.upperBound + 1)
            var best = Self.lags.lowerBound
            for lag in Self.lags {
                let length = samples.count - lag
                let meanEnergy = (energyBefore[length] + total - energyBefore[lag]) / 2
                guard meanEnergy > 1e-12 else { continue }
                values[lag] = dotProduct(start, start + lag, count: length) / meanEnergy
                if values[lag] > values[best] { best = lag }
            }
            guard values[best] > 0 else { return (0, 0) }
            let lag = Float(best) + Self.vertex(values, at: best)
            return (min(1, values[best]), Float(AudioBuffer.sampleRateHz / Self.decimation) / lag)
        }
    }

    /// How far the top of the parabola through three values lies from the middle one, -0.5...0.5.
    private static func vertex(_ values: [Float], at index: Int) -> Float {
        guard lags.contains(index - 1), lags.contains(index + 1) else { return 0 }
        let curve = values[index - 1] - 2 * values[index] + values[index + 1]
        guard curve < -1e-9 else { return 0 }
        return max(-0.5, min(0.5, 0.5 * (values[index - 1] - values[index + 1]) / curve))
    }

    private func decimated(_ frame: [Float]) -> [Float] {
        let count = (frame.count - Self.filterTaps) / Self.decimation + 1
        var low = frame.withUnsafeBufferPointer { samples -> [Float] in
            guard let start = samples.baseAddress else { return [] }
            return (0..<count).map {
                dotProduct(start + $0 * Self.decimation, filter, count: Self.filterTaps)
            }
        }
        for index in stride(from: count - 1, to: 0, by: -1) { low[index] -= 0.9 * low[index - 1] }
        low[0] = 0
        return low
    }
}
