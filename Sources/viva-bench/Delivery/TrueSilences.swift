import Foundation
import Speech

/// The silences of clean speech of a known level: where every 10 ms are quieter than a limit.
struct TrueSilences {
    /// How far under the level of the speech, its root mean square, 10 ms are silent, in dB. Voices of machines have less between
    /// their words; the weakest ends of their words lie above.
    static let distanceDB = 30.0
    /// The stretch whose level is taken, in samples: 10 ms, so that a click of a voice is no sound.
    private static let width = AudioBuffer.sampleRateHz / 100

    /// The mean square from which on a stretch is sound.
    private let limit: Double

    /// Silences of speech of a level in dB re 1.0.
    init(speechDBFS: Double) { limit = pow(10, (speechDBFS - Self.distanceDB) / 10) }

    /// The samples from the first sound to the last; none when there is no sound.
    func trimmed(_ samples: [Float]) -> [Float] {
        let isSound = isSound(samples)
        guard let first = isSound.firstIndex(of: true), let last = isSound.lastIndex(of: true) else {
            return []
        }
        return Array(samples[first...last])
    }

    /// The silences between sounds that last at least so long, with their exact places.
    func ranges(in samples: [Float], leastSeconds: Double) -> [TimeRange] {
        let least = AudioBuffer.sample(leastSeconds)
        var ranges: [TimeRange] = []
        var last: Int?
        for (place, isSound) in isSound(samples).enumerated() where isSound {
            if let last, place - last - 1 >= least {
                ranges.append(
                    TimeRange(
                        startSeconds: AudioBuffer.seconds(last + 1), endSeconds: AudioBuffer.seconds(place)))
            }
            last = place
        }
        return ranges
    }

    /// For each sample whether the 10 ms around it are sound.
    private func isSound(_ samples: [Float]) -> [Bool] {
        var sums = [0.0]
        sums.reserveCapacity(samples.count + 1)
        for sample in samples { sums.append((sums.last ?? 0) + Double(sample) * Double(sample)) }
        return samples.indices.map { place in
            let start = max(0, place - Self.width / 2)
            let end = min(samples.count, place + Self.width / 2)
            return (sums[end] - sums[start]) / Double(Self.width) >= limit
        }
    }
}
