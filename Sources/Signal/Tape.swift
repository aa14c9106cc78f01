import Speech

/// The latest audio of a recording, kept for as long as it may be needed.
struct Tape: Sendable {
    private var samples: [Float] = []
    private(set) var startSample = 0

    var endSample: Int { startSample + samples.count }

    /// Adds the next samples; the first ones say where the tape begins.
    mutating func append(_ buffer: AudioBuffer) {
        if samples.isEmpty && startSample == 0 { startSample = buffer.startSample }
        samples += buffer.samples
    }

    /// Forgets what lies before a position; in strides of a second, because each moves what is kept.
    mutating func forget(before sample: Int) {
        guard sample - startSample > AudioBuffer.sampleRateHz else { return }
        let count = min(sample - startSample, samples.count)
        samples.removeFirst(count)
        startSample += count
    }

    /// The audio of a range, as far as it is kept.
    func audio(_ range: Range<Int>) -> AudioBuffer {
        let kept = range.clamped(to: startSample..<endSample)
        let piece = samples[(kept.lowerBound - startSample)..<(kept.upperBound - startSample)]
        return AudioBuffer(samples: Array(piece), startSample: kept.lowerBound)
    }

    /// The middle of the quietest place of a range: of its quietest 0.2 s the quietest 30 ms.
    func quietestSample(in range: Range<Int>) -> Int {
        let piece = audio(range)
        let powers = stride(from: 0, to: piece.samples.count, by: Framer.hopSamples).map { start in
            Self.power(piece.samples[start..<min(start + Framer.hopSamples, piece.samples.count)])
        }
        let wide = Self.quietest(powers[...], width: 20)
        let narrow = Self.quietest(powers[wide], width: 3)
        let middle = (narrow.lowerBound + narrow.upperBound) * Framer.hopSamples / 2
        return min(piece.startSample + middle, piece.endSample)
    }

    /// The variance: a constant offset is no sound.
    private static func power(_ samples: ArraySlice<Float>) -> Float {
        let mean = samples.reduce(0, +) / Float(samples.count)
        return samples.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(samples.count)
    }

    /// The range of `width` neighbours with the smallest sum, the latest of equals.
    private static func quietest(_ powers: ArraySlice<Float>, width: Int) -> Range<Int> {
        guard powers.count > width else { return powers.indices }
        var best = powers.startIndex..<powers.startIndex + width
        var bestSum = Float.infinity
        for start in powers.startIndex...(powers.endIndex - width) {
            let sum = powers[start..<start + width].reduce(0, +)
            if sum <= bestSum {
                bestSum = sum
                best = start..<start + width
            }
        }
        return best
    }
}
