public import Evaluation
public import Interview
public import Web

/// The kinds of sessions of this interface; those that it lacks are shown as the nearest.
enum PracticeKind: String, RequestValue, ReplyValue, CaseIterable {
    case technical, behavioral, mixed
    case jobSpecific = "job-specific"

    init(_ mix: QuestionPreferences.Mix) {
        self =
            switch mix {
            case .technical, .caseStudy, .coding, .systemDesign: .technical
            case .behavioural, .hr: .behavioral
            case .mixed: .mixed
            case .jobSpecific: .jobSpecific
            }
    }

    /// What is asked in a new session.
    var mix: QuestionPreferences.Mix {
        switch self {
        case .technical: .technical
        case .behavioral: .behavioural
        case .mixed: .mixed
        case .jobSpecific: .jobSpecific
        }
    }

    /// All that is shown as this kind.
    var mixes: Set<QuestionPreferences.Mix> {
        Set(QuestionPreferences.Mix.allCases.filter { PracticeKind($0) == self })
    }
}

/// The levels of this interface; an expert is shown as a senior.
enum PracticeLevel: String, RequestValue, ReplyValue, CaseIterable {
    case junior, mid, senior

    init(_ level: QuestionLevel) {
        self =
            switch level {
            case .junior: .junior
            case .mid: .mid
            case .senior, .expert: .senior
            }
    }

    /// The level of a new session.
    var level: QuestionLevel {
        switch self {
        case .junior: .junior
        case .mid: .mid
        case .senior: .senior
        }
    }
}

/// The states of this interface: what is planned is shown as in progress, since its questions can be looked at; what was called off
/// or missed as abandoned.
enum PracticeState: String, RequestValue, ReplyValue, CaseIterable {
    case inProgress = "in_progress"
    case completed, abandoned

    init(_ state: InterviewState) {
        self =
            switch state {
            case .scheduled, .inProgress: .inProgress
            case .completed: .completed
            case .abandoned, .cancelled, .noShow: .abandoned
            }
    }

    /// All that is shown as this state.
    var states: Set<InterviewState> { Set(InterviewState.allCases.filter { PracticeState($0) == self }) }
}

/// The kinds of questions of this interface.
enum PracticeQuestionKind: String, RequestValue, ReplyValue, CaseIterable {
    case technical, behavioral, situational

    init(_ kind: QuestionKind) {
        self =
            switch kind {
            case .technical, .systemDesign, .coding, .caseStudy: .technical
            case .behavioural, .hr: .behavioral
            case .situational: .situational
            }
    }
}

extension PerformanceLabel: ReplyValue {}
extension Trend.Direction: ReplyValue {}
extension StudyResource.Kind: ReplyValue {}

/// What is felt of an answer, as this interface names it.
enum PracticeSentiment: String, ReplyValue, CaseIterable {
    case positive, neutral, negative

    init(_ sentiment: Sentiment) {
        self =
            switch sentiment {
            case .positive: .positive
            case .neutral: .neutral
            case .negative: .negative
            }
    }
}
