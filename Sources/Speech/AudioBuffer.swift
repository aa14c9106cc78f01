/// A piece of a recording as every stage of the pipeline sees it: one channel of 32-bit float samples at 16 kHz,
/// with its place in the recording.
///
/// Samples are nominally within -1...1 and always finite: the reader replaces what is not.
public struct AudioBuffer: Sendable, Equatable {
    /// The one sample rate of the pipeline, in hertz: what the acoustic models were trained on.
    public static let sampleRateHz = 16_000

    /// The samples, oldest first.
    public var samples: [Float]
    /// The place of the first sample, counted from the start of the recording.
    public var startSample: Int

    /// A piece of a recording that begins at `startSample`.
    public init(samples: [Float], startSample: Int = 0) {
        self.samples = samples
        self.startSample = startSample
    }

    /// The place just after the last sample, counted from the start of the recording.
    public var endSample: Int { startSample + samples.count }

    /// Where the piece lies in the recording.
    public var time: TimeRange {
        TimeRange(startSeconds: Self.seconds(startSample), endSeconds: Self.seconds(endSample))
    }

    /// The time of a sample position, in seconds.
    public static func seconds(_ sample: Int) -> Double { Double(sample) / Double(sampleRateHz) }

    /// The sample position nearest to a time in seconds.
    public static func sample(_ seconds: Double) -> Int { Int((seconds * Double(sampleRateHz)).rounded()) }
}
