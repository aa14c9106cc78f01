public import Evaluation
public import FoundationEssentials
public import Interview
public import Speech
public import Storage

/// What a practice room works with. The composition chooses it: an eSpeak voice or none, PocketSphinx or another ear.
public struct PracticeEquipment: Sendable {
    /// Speaks the questions; without one they are only shown.
    public var synthesizer: (any Synthesizer)?
    /// Hears the answers.
    public var recognizers: RecognizerSet
    /// Judges the answers.
    public var judge: any Judge
    /// Writes follow-ups to what was answered; without one those of the bank are asked.
    public var followUps: (any FollowUpSource)?
    /// Keeps spoken questions from one interview to the next; without it they are spoken anew.
    public var speechCache: SpeechCache?
    /// Tells the time.
    public var now: @Sendable () -> Date
    /// Is told what went wrong without stopping the interview.
    public var notice: @Sendable (String) -> Void
    /// What the one who answers is told, and the answer keeps, when it could not be heard or judged.
    public var failureReason: @Sendable (any Error) -> String = { "\($0)" }

    /// Equipment for a room.
    public init(
        synthesizer: (any Synthesizer)?,
        recognizers: RecognizerSet,
        judge: any Judge = RubricEvaluator(),
        followUps: (any FollowUpSource)? = nil,
        speechCache: SpeechCache? = nil, now: @escaping @Sendable () -> Date = { Date() },
        notice: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.synthesizer = synthesizer
        self.recognizers = recognizers
        self.judge = judge
        self.followUps = followUps
        self.speechCache = speechCache
        self.now = now
        self.notice = notice
    }

    /// The time to the second, which is what a session folder keeps.
    var moment: Date { Date(timeIntervalSince1970: now().timeIntervalSince1970.rounded(.down)) }
}
