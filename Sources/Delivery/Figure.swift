import Speech

/// One measured number with its unit, or the reason why there is none.
///
/// ```swift
/// let pace = Figure(131.6, .wordsPerMinute)
/// print(pace)  // 131.6 words/min
/// ```
public struct Figure: Sendable, Hashable, Codable, CustomStringConvertible {
    /// What a figure counts in.
    public enum Unit: String, Sendable, Hashable, Codable {
        /// Seconds.
        case seconds = "s"
        /// A share, 0...1; more where a time is held against an expected one.
        case share = "share"
        /// Words a minute.
        case wordsPerMinute = "words/min"
        /// Syllables a second.
        case syllablesPerSecond = "syllables/s"
        /// Syllables.
        case syllables = "syllables"
        /// How much the syllables a second grow in a minute.
        case syllablesPerSecondPerMinute = "syllables/s per min"
        /// Words.
        case words = "words"
        /// Events a minute.
        case perMinute = "per min"
        /// Events in a hundred words.
        case perHundredWords = "per 100 words"
        /// Hertz.
        case hertz = "Hz"
        /// Semitones: twelve to a doubling of the frequency.
        case semitones = "st"
        /// Decibels between two levels.
        case decibels = "dB"
        /// Decibels re full scale; a full-scale sine reads -3.
        case dBFS = "dBFS"
    }

    /// The number; `nil` when there is not enough behind it.
    public var value: Double?
    /// What the number counts in.
    public var unit: Unit
    /// Why there is no number, as a phrase; `nil` when there is one.
    public var absentBecause: String?

    /// A figure of `value`, which must be finite.
    public init(_ value: Double, _ unit: Unit) {
        precondition(value.isFinite, "a figure must be finite")
        self.value = value
        self.unit = unit
    }

    /// No figure, for a reason such as "fewer than 10 words".
    public init(absentBecause reason: String, _ unit: Unit) {
        self.unit = unit
        absentBecause = reason
    }

    /// The number with its unit, or the reason in brackets.
    public var description: String {
        guard let value else { return "(\(absentBecause ?? "not measured"))" }
        if unit == .share { return "\(FixedPoint(value * 100)) %" }
        return "\((value * 10).rounded() / 10) \(unit.rawValue)"
    }
}
