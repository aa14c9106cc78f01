public import Speech

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

    /// The track with no voice outside of some stretches in the order of time, such as those of speech: a hum of the room has a pitch
    /// too.
    public func within(_ stretches: [TimeRange]) -> PitchTrack {
        var track = PitchTrack(startSeconds: startSeconds, frequenciesHz: frequenciesHz)
        var rest = stretches[...]
        for index in frequenciesHz.indices {
            let time = seconds(index)
            rest = rest.drop { $0.endSeconds <= time }
            if rest.first.map({ $0.startSeconds > time }) ?? true { track.frequenciesHz[index] = 0 }
        }
        return track
    }

    /// The time of a value, in seconds from the start of the recording.
    public func seconds(_ index: Int) -> Double { startSeconds + Double(index) * Self.hopSeconds }
}
