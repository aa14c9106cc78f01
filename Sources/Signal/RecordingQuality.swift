/// How well a recording was made: its levels, and what is wrong with it in plain words.
///
/// All levels are dB re full scale with 1.0 as 0 dB, so that the RMS of a full-scale sine reads -3 (the convention
/// of SoX and FFmpeg). Speech and noise levels leave out what lies below 80 Hz, where no voice is. -120 dB stands for digital silence.
public struct RecordingQuality: Sendable, Hashable, Codable {
    /// How long the recording is, in seconds.
    public var durationSeconds: Double
    /// How much of it is speech, in seconds.
    public var speechSeconds: Double
    /// The share of the recording that is speech, 0...1; 0 when there is no recording.
    public var speechShare: Double
    /// The largest magnitude, in dB re full scale.
    public var peakDBFS: Double
    /// The RMS of the speech alone; `nil` when there is none.
    public var speechLevelDBFS: Double?
    /// The level of what lies between the speech (the median of its 10 ms frames); `nil` when there is too little.
    public var noiseLevelDBFS: Double?
    /// How far the speech stands above the noise, in dB, 0...100; `nil` when either is unknown.
    public var signalToNoiseDB: Double?
    /// The share of all samples that are cut off at full scale, 0...1.
    public var clippedShare: Double
    /// What is wrong, the worst first; empty for a good recording.
    public var problems: [Problem]

    /// A quality of known figures.
    public init(
        durationSeconds: Double, speechSeconds: Double, peakDBFS: Double, speechLevelDBFS: Double?,
        noiseLevelDBFS: Double?, signalToNoiseDB: Double?, clippedShare: Double, problems: [Problem]
    ) {
        self.durationSeconds = durationSeconds
        self.speechSeconds = speechSeconds
        self.speechShare = durationSeconds > 0 ? min(1, speechSeconds / durationSeconds) : 0
        self.peakDBFS = peakDBFS
        self.speechLevelDBFS = speechLevelDBFS
        self.noiseLevelDBFS = noiseLevelDBFS
        self.signalToNoiseDB = signalToNoiseDB
        self.clippedShare = clippedShare
        self.problems = problems
    }
}

extension RecordingQuality {
    /// Something about a recording that spoils its analysis.
    public enum Problem: String, Sendable, Hashable, Codable, CaseIterable {
        /// There is no recording at all.
        case empty
        /// Nothing is in it, not even noise.
        case silent
        /// Sound, but no speech in it.
        case noSpeech
        /// So little speech that hardly any figure can be trusted.
        case almostNoSpeech
        /// The loud parts are cut off.
        case clipped
        /// The speech is far below full scale.
        case tooQuiet
        /// The noise comes close to the speech.
        case noisy

        /// What is wrong, as one sentence.
        public var explanation: String {
            switch self {
            case .empty: "The recording holds no audio."
            case .silent: "The recording is silent: the microphone delivered no sound."
            case .noSpeech: "The recording holds sound, but no speech was found in it."
            case .almostNoSpeech: "The recording holds only a moment of speech."
            case .clipped: "The recording is overdriven: its loudest parts are cut off."
            case .tooQuiet: "The recording is very quiet."
            case .noisy: "The background noise comes close to the speech."
            }
        }

        /// What to do about it, as one sentence.
        public var advice: String {
            switch self {
            case .empty: "Record again and check that the right file or device was chosen."
            case .silent: "Check that the microphone is connected, not muted and allowed to be used."
            case .noSpeech: "Speak after the question ends, closer to the microphone, and record again."
            case .almostNoSpeech: "Answer in a few full sentences."
            case .clipped: "Lower the input level or move away from the microphone."
            case .tooQuiet: "Raise the input level or move closer to the microphone."
            case .noisy: "Move closer to the microphone, or to a quieter room."
            }
        }
    }
}
