import Foundation
import Speech

/// One way to make a clip sound like another occasion: speed and pitch, length, tone, room and noise.
struct FillerAlteration: Sendable {
    /// What speed and pitch are multiplied by, 0.87 to 1.15.
    var rate: Double
    /// What the length is multiplied by with the pitch kept, 0.8 to 1.25.
    var length: Double
    /// The tilt of a one-pole filter, -0.3 (brighter) to 0.3 (duller).
    var tilt: Float
    /// The share of the room in the sound, 0 to 0.3.
    var room: Float
    /// The decay of the room, in seconds to -60 dB.
    var decaySeconds: Double
    /// How far the added noise lies under the sound, in dB.
    var noiseDB: Double

    init(using random: inout some RandomNumberGenerator) {
        rate = exp(Double.random(in: log(0.87)...log(1.15), using: &random))
        length = exp(Double.random(in: log(0.8)...log(1.25), using: &random))
        tilt = Float.random(in: -0.3...0.3, using: &random)
        room = Float.random(in: 0...0.3, using: &random)
        decaySeconds = Double.random(in: 0.1...0.4, using: &random)
        noiseDB = Double.random(in: 22...45, using: &random)
    }

    /// The altered sound; as long as the clip times `length` over `rate`, and the room's tail cut off.
    func applied(to clip: [Float], using random: inout some RandomNumberGenerator) -> [Float] {
        var samples = Self.stretched(Self.resampled(clip, by: rate), by: length)
        var last: Float = 0
        for index in samples.indices {
            let value = samples[index] + tilt * last
            last = tilt > 0 ? value : samples[index]
            samples[index] = value
        }
        samples = withRoom(samples, using: &random)
        let level = Self.rootMeanSquare(samples) * Float(pow(10, -noiseDB / 20)) * 1.732
        return samples.map { $0 + Float.random(in: -1...1, using: &random) * level }
    }

    /// The square root of the mean power.
    static func rootMeanSquare(_ samples: some Collection<Float>) -> Float {
        (samples.reduce(0) { $0 + $1 * $1 } / Float(max(1, samples.count))).squareRoot()
    }

    /// Reads the sound faster (`rate` over 1) or slower, by a windowed sinc of 16 taps.
    static func resampled(_ samples: [Float], by rate: Double) -> [Float] {
        let cutoff = min(1, 1 / rate)
        return (0..<Int(Double(samples.count) / rate)).map { index in
            let position = Double(index) * rate
            let base = Int(position)
            var sum = 0.0
            for tap in max(0, base - 7)...min(samples.count - 1, base + 8) {
                let offset = position - Double(tap)
                let sinc = offset == 0 ? cutoff : sin(.pi * cutoff * offset) / (.pi * offset)
                sum += Double(samples[tap]) * sinc * (0.5 + 0.5 * cos(.pi * offset / 9))
            }
            return Float(sum)
        }
    }

    /// Lengthens or shortens the sound and keeps its pitch: WSOLA (Verhelst & Roelands 1993), 30 ms windows.
    static func stretched(_ samples: [Float], by factor: Double) -> [Float] {
        let hop = 240
        let reach = 160
        guard samples.count > 4 * hop + 2 * reach else { return samples }
        let count = Int(Double(samples.count) * factor)
        var result = [Float](repeating: 0, count: count + 2 * hop)
        var source = 0
        for start in stride(from: 0, to: count - hop, by: hop) {
            let wanted = Int(Double(start) / factor)
            if start > 0 {
                source = bestMatch(samples, near: wanted, to: source + hop, reach: reach, count: hop)
            }
            for index in 0..<2 * hop where source + index < samples.count {
                let fade = Float(0.5 - 0.5 * cos(.pi * (Double(index) + 0.5) / Double(hop)))
                result[start + index] += samples[source + index] * (start == 0 && index < hop ? 1 : fade)
            }
        }
        return Array(result.prefix(count))
    }

    private static func bestMatch(
        _ samples: [Float], near wanted: Int, to natural: Int, reach: Int, count: Int
    ) -> Int {
        var best = min(max(0, wanted), samples.count - 1)
        var bestScore = -Float.infinity
        for candidate in max(0, wanted - reach)...max(0, wanted + reach) {
            guard candidate + count < samples.count, natural + count < samples.count else { break }
            var score: Float = 0
            for index in stride(from: 0, to: count, by: 2) {
                score += samples[candidate + index] * samples[natural + index]
            }
            if score > bestScore { (best, bestScore) = (candidate, score) }
        }
        return best
    }

    private func withRoom(_ samples: [Float], using random: inout some RandomNumberGenerator) -> [Float] {
        var result = samples
        for _ in 0..<24 {
            let delay = Int(pow(Double.random(in: 0...1, using: &random), 2) * decaySeconds * 8000) + 40
            let decay = pow(10, -3 * Double(delay) / (decaySeconds * 16_000))
            let gain = room * Float(decay) * Float.random(in: -1...1, using: &random)
            for index in stride(from: delay, to: samples.count, by: 1) {
                result[index] += gain * samples[index - delay]
            }
        }
        return result
    }
}
