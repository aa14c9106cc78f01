/// A recording with the interview that names it.
public struct NamedRecording: Sendable, Hashable {
    /// The number of the interview.
    public var interview: Int64
    /// The recording.
    public var recording: KeptRecording

    /// A recording of an interview.
    public init(interview: Int64, recording: KeptRecording) {
        self.interview = interview
        self.recording = recording
    }
}
