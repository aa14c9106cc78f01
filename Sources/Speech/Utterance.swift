/// A stretch of speech cut out for a recogniser: the speech itself with a little of the quiet around it.
public struct Utterance: Sendable, Equatable {
    /// The audio to decode, the padding on both sides included.
    public var audio: AudioBuffer
    /// Where the speech lies in the recording, without the padding.
    public var speech: TimeRange

    /// An utterance of `speech` whose padded audio is `audio`.
    public init(audio: AudioBuffer, speech: TimeRange) {
        self.audio = audio
        self.speech = speech
    }
}
