extension SpeechDetector {
    /// The limits a detector works with. Docs/Metrics.md says how they were chosen.
    public struct Configuration: Sendable, Hashable {
        /// The shortest sound taken for speech, in seconds.
        public var minimumSpeechSeconds = 0.15
        /// How much of it must be voiced, in seconds.
        public var minimumVoicedSeconds = 0.05
        /// How long a sound without voice must last to count as a whisper, in seconds.
        public var unvoicedSeconds = 0.4
        /// How much the level of such a sound must vary (standard deviation, in dB): a fan does not.
        public var livelyDeviationDB: Float = 3
        /// The silence that ends a stretch of speech, in seconds. Under the 0.25 s of a pause, over the closure of a
        /// stop consonant.
        public var minimumSilenceSeconds = 0.2
        /// How far above the noise floor speech starts, averaged over the bands, in dB.
        public var startDistanceDB: Float = 2.2
        /// How far above the noise floor speech goes on, in dB.
        public var stayDistanceDB: Float = 1.4
        /// The share of the usual distance of the speech here at which it starts.
        public var startShare: Float = 0.3
        /// The share of the usual distance of the speech here at which it goes on.
        public var stayShare: Float = 0.21
        /// The usual distance from which these shares count in full, in dB; nearer to the noise they count less.
        public var clearDistanceDB: Float = 20
        /// The distance at which speech is expected before any was heard, in dB: a lip smack must not pass for it.
        public var expectedDistanceDB: Float = 18
        /// What is left of these thresholds for a voiced frame.
        public var voicedEasing: Float = 0.6
        /// The periodicity (0...1) above which a frame is voiced.
        public var voicedPeriodicity: Float = 0.52
        /// How long the first frames are held back until the noise floor is known, in seconds.
        public var openingSeconds = 0.5

        /// The limits that suit speech into a computer's microphone.
        public init() {}

        var minimumSpeechFrames: Int { frames(minimumSpeechSeconds) }
        var minimumVoicedFrames: Int { frames(minimumVoicedSeconds) }
        var unvoicedFrames: Int { frames(unvoicedSeconds) }
        var minimumSilenceFrames: Int { frames(minimumSilenceSeconds) }
        var openingFrames: Int { frames(openingSeconds) }
        /// An onset moves back over at most 0.1 s of weaker frames.
        var onsetFrames: Int { 10 }
        /// 0.1 s of quiet drops a candidate.
        var candidateGapFrames: Int { 10 }
        /// A candidate that is not speech after a second is noise.
        var candidateFrames: Int { 100 }
        /// After 50 ms of quiet a sound is a new burst.
        var burstGapFrames: Int { 5 }
        /// A burst shorter than 0.12 s is a click, unless 30 ms of it are voiced.
        var burstFrames: Int { 12 }
        var burstVoicedFrames: Int { 3 }
        /// 0.8 s without voice at the end of voiced speech is noise.
        var voicelessTailFrames: Int { 80 }

        private func frames(_ seconds: Double) -> Int { max(1, Int((seconds / Framer.hopSeconds).rounded())) }
    }
}
