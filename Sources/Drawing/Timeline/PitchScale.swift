/// The part of the melody that is drawn: from 9 semitones under the median to 12 above, as voices go up further than
/// down.
///
/// It is the same for all answers, so that a lively voice looks lively and a flat one flat. What lies outside is mostly
/// an error of an octave and left open.
enum PitchScale {
    static let semitones = -9.0...12.0
    /// Where lines are drawn and named, in semitones from the median.
    static let lines = [-6.0, 0, 6]

    /// The height of a distance from the median, 0...1; `nil` outside the scale.
    static func height(_ distance: Double) -> Double? {
        guard semitones.contains(distance) else { return nil }
        return (distance - semitones.lowerBound) / (semitones.upperBound - semitones.lowerBound)
    }
}
