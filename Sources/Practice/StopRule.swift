import Signal
public import Speech

/// When a recording ends by itself: after a silence that follows speech, or at a greatest length.
///
/// Silence before the first word does not count, since people think before they answer.
public struct StopRule: Sendable {
    /// Why a recording was ended.
    public enum Reason: String, Sendable, Hashable, Codable {
        /// The candidate ended it.
        case asked
        /// Nobody spoke for the set time.
        case silence
        /// It reached its greatest length.
        case length
        /// The audio came to its end by itself.
        case endOfAudio
    }

    /// The silence that ends a recording, in seconds; `nil` when silence does not.
    public let silenceSeconds: Double?
    /// The greatest length of a recording, in seconds.
    public let limitSeconds: Double

    private var detector = SpeechDetector()
    private var isSpeaking = false
    private var lastSpeechSeconds: Double?
    private var reachedSeconds = 0.0

    /// A rule; left out, a recording ends after 20 minutes and silence does not end it.
    public init(silenceSeconds: Double? = nil, limitSeconds: Double = 1200) {
        self.silenceSeconds = silenceSeconds
        self.limitSeconds = limitSeconds
    }

    /// How long nobody has spoken since the last word, in seconds; `nil` before the first word.
    public var silentForSeconds: Double? {
        guard let lastSpeechSeconds else { return nil }
        return isSpeaking ? 0 : max(0, reachedSeconds - lastSpeechSeconds)
    }

    /// Takes the next audio and says whether the recording ends with it.
    public mutating func process(_ buffer: AudioBuffer) -> Reason? {
        reachedSeconds = buffer.time.endSeconds
        for event in detector.process(buffer) {
            switch event {
            case .started(let seconds):
                isSpeaking = true
                lastSpeechSeconds = seconds
            case .ended(let range):
                isSpeaking = false
                lastSpeechSeconds = range.endSeconds
            }
        }
        if reachedSeconds >= limitSeconds { return .length }
        if let silenceSeconds, let silent = silentForSeconds, silent >= silenceSeconds { return .silence }
        return nil
    }
}
