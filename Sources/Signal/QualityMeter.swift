public import Speech

/// Measures how well a recording is made while it comes in.
public struct QualityMeter: Sendable {
    /// A meter at the start of a recording.
    public init() {}
    /// Takes the next audio.
    public mutating func process(_ buffer: AudioBuffer) {}
    /// The quality of what was taken so far, when speech lies at `speech`.
    public func quality(speech: [TimeRange]) -> RecordingQuality {
        RecordingQuality(
            durationSeconds: 0, speechSeconds: 0, peakDBFS: -120, speechLevelDBFS: nil, noiseLevelDBFS: nil,
            signalToNoiseDB: nil, clippedShare: 0, problems: [])
    }
}
