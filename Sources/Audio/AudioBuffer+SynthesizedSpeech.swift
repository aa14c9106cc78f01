public import Speech

extension AudioBuffer {
    /// A synthesiser's speech at the rate of the pipeline, as if it had been recorded.
    ///
    /// - Throws: `AudioError.conversionFailed` when its rate cannot be converted.
    public init(_ speech: SynthesizedSpeech) throws(AudioError) {
        guard speech.sampleRateHz != Self.sampleRateHz else {
            self.init(samples: speech.samples)
            return
        }
        let resampler = try Resampler(fromHz: speech.sampleRateHz, toHz: Self.sampleRateHz)
        self.init(samples: try resampler.convert(speech.samples, isLast: true))
    }
}
