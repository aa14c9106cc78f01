/// The fundamental frequency (F0) of a recording, a value every 10 ms.
public struct PitchTrack: Sendable, Hashable {
    /// The time from one value to the next, in seconds.
    public static let hopSeconds = Framer.hopSeconds

    /// The time of the first value, in seconds from the start of the recording.
    public var startSeconds: Double
    /// The frequencies in hertz, in the order of time; 0 where there is no voice.
    public var frequenciesHz: [Float]

    /// A track whose first value lies at `startSeconds`.
    public init(startSeconds: Double = 0, frequenciesHz: [Float] = []) {
        self.startSeconds = startSeconds
        self.frequenciesHz = frequenciesHz
    }

    /// The time of a value, in seconds from the start of the recording.
    public func seconds(_ index: Int) -> Double { startSeconds + Double(index) * Self.hopSeconds }
}
