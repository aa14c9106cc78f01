import Foundation
import Speech

/// A voice made of harmonics, for tests that need speech without a pause.
enum MadeVoice {
    /// Syllables of 0.2 s one after the other, each another vowel, with a dip between each two that is no pause.
    ///
    /// - Parameter floor: What is left of the voice in a dip, 0...1.
    static func syllables(_ count: Int, floor: Double = 0.1) -> [Float] {
        let vowels: [[Double]] = [
            [700, 1200, 2500], [300, 2200, 2900], [450, 900, 2400], [550, 1750, 2500],
        ]
        return (0..<count).flatMap { number in
            // The pitch moves too: nothing in running speech is steady.
            vowel(
                vowels[number % vowels.count], pitchHz: [115, 135][number % 2], seconds: 0.2,
                edgeSeconds: 0.06,
                floor: floor)
        }
    }

    /// A steady vowel in the middle of the mouth, which sounds like an "uh".
    static func uh(seconds: Double, floor: Double = 0.1) -> [Float] {
        vowel([600, 1250, 2500], pitchHz: 110, seconds: seconds, edgeSeconds: 0.02, floor: floor)
    }

    private static func vowel(
        _ formants: [Double], pitchHz: Double, seconds: Double, edgeSeconds: Double, floor: Double
    ) -> [Float] {
        let harmonics = (1...30).map { number in
            let hertz = Double(number) * pitchHz
            let strengths = formants.map { 1 / (1 + pow((hertz - $0) / 90, 2)) / (1 + $0 / 600) }
            return (hertz: hertz, strength: strengths.reduce(0, +))
        }
        let count = AudioBuffer.sample(seconds)
        return (0..<count).map { index in
            let time = AudioBuffer.seconds(index)
            let sum = harmonics.reduce(0) { $0 + $1.strength * sin(2 * .pi * $1.hertz * time) }
            let edge = min(time, AudioBuffer.seconds(count - index), edgeSeconds) / edgeSeconds
            return Float(0.15 * sum * (floor + (1 - floor) * edge))
        }
    }
}
