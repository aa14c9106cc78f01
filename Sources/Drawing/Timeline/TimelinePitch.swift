import Delivery
import Foundation

/// The pitch of an answer, as distances from its median: what is heard as melody, the same for high and low voices.
public struct TimelinePitch: Sendable, Hashable {
    /// The median of the voiced parts, in hertz.
    public let medianHz: Double
    /// The distance from the median for each 50 ms (`AnswerContours.hopSeconds`), in semitones; `nil` where there is no
    /// voice.
    public let semitones: [Double?]

    /// The melody of pitches in hertz; `nil` when nothing in them is voiced.
    init?(pitchesHz: [Double?]) {
        let pitches = pitchesHz.map { $0.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } }
        guard let median = Distribution(pitches.compactMap(\.self)).median else { return nil }
        medianHz = median
        semitones = pitches.map { $0.map { 12 * log2($0 / median) } }
    }

    /// The frequency that lies `semitones` from the median, in hertz.
    public func hertz(at semitones: Double) -> Double { medianHz * exp2(semitones / 12) }

    /// The pitch under which a share of the voiced values lies, in hertz.
    func quantileHz(_ share: Double) -> Double {
        hertz(at: Distribution(semitones.compactMap(\.self)).quantile(share) ?? 0)
    }
}
