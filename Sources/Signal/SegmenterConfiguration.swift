extension Segmenter {
    /// The limits a segmenter works with. Docs/Metrics.md says how they were chosen.
    public struct Configuration: Sendable, Hashable {
        /// The quiet kept before and after the speech, in seconds: weak onsets and endings lie in it, and recognisers
        /// expect a little.
        public var paddingSeconds = 0.25
        /// The silence that closes an utterance, in seconds: at least twice the padding, so that neighbours never
        /// share audio.
        public var closeSilenceSeconds = 0.5
        /// Utterances with less speech than this, in seconds, are worth waiting for more.
        public var shortSpeechSeconds = 0.5
        /// The silence that closes such a short utterance, in seconds.
        public var shortCloseSilenceSeconds = 0.8
        /// The longest utterance with its padding, in seconds; longer speech is split.
        public var maximumSeconds = 15.0
        /// From this share of the longest utterance on a place to split it is looked for, 0...1.
        public var splitShare = 0.5
        /// How the speech is found.
        public var detector = SpeechDetector.Configuration()

        /// The limits of the recognisers.
        public init() {}

        /// The limits for somebody who waits for the words of what was said last.
        public static let live = {
            var configuration = Configuration()
            configuration.maximumSeconds = 10
            return configuration
        }()

        /// The limits of those who hear an utterance along: what is to be done when it is over grows with its length, and what was heard
        /// beyond a split is heard again.
        public static let along = {
            var configuration = Configuration()
            configuration.maximumSeconds = 8
            configuration.splitShare = 0.75
            return configuration
        }()
    }
}
