public import Speech

/// Counts syllables by their nuclei.
public struct SyllableDetector: Sendable {
    /// A detector at the start of a recording.
    public init() {}
    /// Takes the next audio.
    public mutating func process(_ buffer: AudioBuffer) {}
    /// Ends the recording and returns its nuclei in the order of time.
    public mutating func finish() -> [SyllableNucleus] { [] }
}
