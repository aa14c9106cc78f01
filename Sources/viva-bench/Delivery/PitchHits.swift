import Foundation

/// How near pitches are to what they should be.
struct PitchHits: Equatable {
    /// How near a right pitch is, in cents: a fifth of a semitone.
    static let nearCents = 20.0
    /// What is farther off than this share is a gross error: an octave mistaken, a formant followed.
    static let grossShare = 0.2

    /// Pitches compared.
    private(set) var compared = 0
    /// Those that are near enough.
    private(set) var near = 0
    /// Those that are grossly wrong.
    private(set) var gross = 0

    /// Compares two frequencies above zero, in hertz.
    mutating func add(_ hertz: Double, against reference: Double) {
        compared += 1
        let ratio = hertz / reference
        if abs(1200 * log2(ratio)) <= Self.nearCents { near += 1 }
        if abs(ratio - 1) > Self.grossShare { gross += 1 }
    }
}
