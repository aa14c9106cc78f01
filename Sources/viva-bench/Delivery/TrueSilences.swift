import Foundation
import Speech

/// The silences of clean speech of a known level: where no sample reaches a limit.
struct TrueSilences {
    /// How far under the level of the speech, its root mean square, a sample is silent, in dB. Voices of machines have
    /// less between their words; all but the last fading of a word lies above.
    static let distanceDB = 30.0

    /// The magnitude from which on a sample is sound.
    private let limit: Float

    /// Silences of speech of a level in dB re 1.0.
    init(speechDBFS: Double) { limit = Float(pow(10, (speechDBFS - Self.distanceDB) / 20)) }

    /// The samples from the first sound to the last; none when there is no sound.
    func trimmed(_ samples: [Float]) -> [Float] {
        guard let first = samples.firstIndex(where: isSound), let last = samples.lastIndex(where: isSound)
        else {
            return []
        }
        return Array(samples[first...last])
    }

    /// The silences between sounds that last at least so long, with their exact places.
    func ranges(in samples: [Float], leastSeconds: Double) -> [TimeRange] {
        let least = AudioBuffer.sample(leastSeconds)
        var ranges: [TimeRange] = []
        var last: Int?
        for (place, sample) in samples.enumerated() where isSound(sample) {
            if let last, place - last - 1 >= least {
                ranges.append(
                    TimeRange(
                        startSeconds: AudioBuffer.seconds(last + 1), endSeconds: AudioBuffer.seconds(place)))
            }
            last = place
        }
        return ranges
    }

    private func isSound(_ sample: Float) -> Bool { abs(sample) >= limit }
}
