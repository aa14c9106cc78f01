extension Channel {
    /// The samples of this channel out of interleaved frames, made finite and limited to -1...1; what had to
    /// be repaired is counted in `report`.
    ///
    /// Limiting comes before mixing and conversion: one huge sample would otherwise ring through the filter.
    func mono(_ frames: [Float], channels: Int, report: inout AudioReport) -> [Float] {
        let count = frames.count / channels
        return frames.withUnsafeBufferPointer { frames in
            [Float](unsafeUninitializedCapacity: count) { output, filled in
                for frame in 0..<count {
                    let value: Float
                    switch self {
                    case .channel(let index):
                        value = Self.repaired(frames[frame * channels + index], &report)
                    case .mix:
                        var sum: Float = 0
                        for index in 0..<channels {
                            sum += Self.repaired(frames[frame * channels + index], &report)
                        }
                        value = sum / Float(channels)
                    }
                    output.initializeElement(at: frame, to: value)
                }
                filled = count
            }
        }
    }

    private static func repaired(_ sample: Float, _ report: inout AudioReport) -> Float {
        // The comparison is false for what is not a number, so one test passes all that is well.
        if abs(sample) <= 1 { return sample }
        guard sample.isFinite else {
            report.nonFiniteSamples += 1
            return 0
        }
        report.limitedSamples += 1
        return sample < 0 ? -1 : 1
    }
}
