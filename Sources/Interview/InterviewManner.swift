public import Speech

/// How an interview of a template is held, as whoever begins it decides.
public struct InterviewManner: Sendable, Hashable {
    /// Whether it is for learning or for real.
    public var mode: InterviewDetails.Mode
    /// How people meet in it.
    public var medium: InterviewDetails.Medium
    /// How many follow-ups one question may have.
    public var followUpLimit: Int
    /// How questions are spoken.
    public var voice: SpeakingStyle
    /// Whether a language model judges too.
    public var usesLanguageModel: Bool

    /// A manner; left out, for practice by voice.
    public init(
        mode: InterviewDetails.Mode = .practice, medium: InterviewDetails.Medium = .voice,
        followUpLimit: Int = 1, voice: SpeakingStyle = SpeakingStyle(), usesLanguageModel: Bool = false
    ) {
        self.mode = mode
        self.medium = medium
        self.followUpLimit = followUpLimit
        self.voice = voice
        self.usesLanguageModel = usesLanguageModel
    }
}
