public import Speech

/// Measures how well a recording is made while it comes in.
///
/// ```swift
/// var meter = QualityMeter()
/// for buffer in recording { meter.process(buffer) }
/// let quality = meter.quality(speech: segmenter.speech)
/// ```
///
/// The result does not depend on how the audio is cut into buffers, which must follow one another. Memory: four bytes
/// for every 10 ms, about 3 MB for two hours.
public struct QualityMeter: Sendable {
    /// How near to full scale a sample counts as cut off: lossy codecs move a flat top a little.
    private static let clippedMagnitude: Float = 0.985
    /// A flat top is at least this long; one sample at full scale is a loud sample.
    private static let clippedRunSamples = 3
    /// Frames this near to speech are neither: endings fade into the room. 0.15 s.
    private static let marginFrames = 15
    /// The least noise worth a figure: 0.2 s.
    private static let minimumNoiseFrames = 20

    /// The mean square of each 10 ms, rumble removed.
    private var powers: [Float] = []
    private var blocks = PowerBlocks()
    private var peak: Float = 0
    private var clippedRun = 0
    private var clippedSign: FloatingPointSign = .plus
    private var clippedCount = 0
    private var sampleCount = 0
    private var originSample: Int?

    /// A meter at the start of a recording.
    public init() {}

    /// Takes the next audio. Samples that are not finite count as zero, absurdly large ones as 1000.
    public mutating func process(_ buffer: AudioBuffer) {
        if originSample == nil { originSample = buffer.startSample }
        for sample in buffer.samples {
            let value = RumbleFilter.limited(sample)
            peak = max(peak, abs(value))
            countClipping(value)
            if let power = blocks.add(value) { powers.append(power) }
        }
        sampleCount += buffer.samples.count
    }

    /// The level (RMS) of every `seconds` taken so far, whole hundredths of a second, in dB re full scale, -120...0; what lies below
    /// 80 Hz left out.
    public func levelsDBFS(every seconds: Double) -> [Double] {
        let width = max(1, Int((seconds / Framer.hopSeconds).rounded()))
        return stride(from: 0, to: powers.count, by: width).map { start in
            let part = powers[start..<min(start + width, powers.count)]
            return Double(Decibel.level(power: part.reduce(0, +) / Float(part.count)))
        }
    }

    /// The quality of what was taken so far, when speech lies at `speech`.
    public func quality(speech: [TimeRange]) -> RecordingQuality {
        let isSpeech = marked(speech, marginFrames: 0)
        let nearSpeech = marked(speech, marginFrames: Self.marginFrames)
        var speechSum: Float = 0
        var speechCount = 0
        var noise = LevelHistogram()
        var noiseCount = 0
        for (index, power) in powers.enumerated() {
            if isSpeech[index] {
                speechSum += power
                speechCount += 1
            } else if !nearSpeech[index], power > 1e-11 {
                // Digital silence between words comes from a noise gate and says nothing about the room.
                noise.add(Decibel.level(power: power))
                noiseCount += 1
            }
        }
        let speechPower = speechCount > 0 ? speechSum / Float(speechCount) : nil
        let noiseLevel = noiseCount < Self.minimumNoiseFrames ? nil : noise.quantileDB(0.5)
        let noisePower = noiseLevel.map { Decibel.power(level: $0) }
        var quality = RecordingQuality(
            durationSeconds: AudioBuffer.seconds(sampleCount),
            speechSeconds: speech.reduce(0) { $0 + $1.durationSeconds },
            peakDBFS: Double(Decibel.level(magnitude: peak)),
            speechLevelDBFS: speechPower.map { Double(Decibel.level(power: $0)) },
            noiseLevelDBFS: noiseLevel.map(Double.init),
            signalToNoiseDB: Self.ratioDB(speech: speechPower, noise: noisePower),
            clippedShare: sampleCount > 0 ? Double(clippedCount) / Double(sampleCount) : 0,
            problems: [])
        quality.problems = Self.problems(of: quality)
        return quality
    }

    private mutating func countClipping(_ sample: Float) {
        guard abs(sample) >= Self.clippedMagnitude else {
            clippedRun = 0
            return
        }
        clippedRun = clippedRun > 0 && sample.sign == clippedSign ? clippedRun + 1 : 1
        clippedSign = sample.sign
        if clippedRun == Self.clippedRunSamples { clippedCount += Self.clippedRunSamples }
        if clippedRun > Self.clippedRunSamples { clippedCount += 1 }
    }

    /// Which 10 ms lie in or near speech.
    private func marked(_ speech: [TimeRange], marginFrames: Int) -> [Bool] {
        var marks = [Bool](repeating: false, count: powers.count)
        let origin = AudioBuffer.seconds(originSample ?? 0)
        for range in speech {
            let first = Self.frame(range.startSeconds - origin) - marginFrames
            let end = Self.frame(range.endSeconds - origin) + marginFrames
            for index in max(0, first)..<max(0, first, min(end, marks.count)) { marks[index] = true }
        }
        return marks
    }

    private static func frame(_ seconds: Double) -> Int {
        Int((seconds / Framer.hopSeconds).rounded().clamped(to: -1e9...1e9))
    }

    /// The speech was recorded with the noise, so the noise's power is taken off it first.
    private static func ratioDB(speech: Float?, noise: Float?) -> Double? {
        guard let speech, let noise else { return nil }
        return Double(Decibel.level(power: max(speech - noise, noise) / noise)).clamped(to: 0...100)
    }

    /// The limits are rules of this product, chosen so that each problem is plainly heard; Docs/Metrics.md lists them.
    private static func problems(of quality: RecordingQuality) -> [RecordingQuality.Problem] {
        guard quality.durationSeconds > 0 else { return [.empty] }
        guard quality.speechSeconds > 0 else { return quality.peakDBFS < -75 ? [.silent] : [.noSpeech] }
        var problems: [RecordingQuality.Problem] = []
        if quality.speechSeconds < 1 { problems.append(.almostNoSpeech) }
        if quality.clippedShare > 0.001 { problems.append(.clipped) }
        if let level = quality.speechLevelDBFS, level < -45 { problems.append(.tooQuiet) }
        if let ratio = quality.signalToNoiseDB, ratio < 12 { problems.append(.noisy) }
        return problems
    }
}

extension Comparable {
    fileprivate func clamped(to range: ClosedRange<Self>) -> Self {
        min(max(self, range.lowerBound), range.upperBound)
    }
}
