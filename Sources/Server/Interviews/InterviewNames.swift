import Evaluation
import Interview
import Web

/// The kinds of interviews of this interface; those that it lacks are shown as the nearest.
enum InterviewKindName: String, RequestValue, ReplyValue, CaseIterable {
    case technical, behavioral
    case systemDesign = "system_design"
    case coding, hr

    init(_ mix: QuestionPreferences.Mix) {
        self =
            switch mix {
            case .technical, .mixed, .jobSpecific, .caseStudy: .technical
            case .behavioural: .behavioral
            case .systemDesign: .systemDesign
            case .coding: .coding
            case .hr: .hr
            }
    }

    /// What is asked in a new interview.
    var mix: QuestionPreferences.Mix {
        switch self {
        case .technical: .technical
        case .behavioral: .behavioural
        case .systemDesign: .systemDesign
        case .coding: .coding
        case .hr: .hr
        }
    }

    /// All that is shown as this kind.
    var mixes: Set<QuestionPreferences.Mix> {
        Set(QuestionPreferences.Mix.allCases.filter { InterviewKindName($0) == self })
    }
}

/// How hard an interview is; an expert's is shown as hard.
enum InterviewDifficulty: String, RequestValue, ReplyValue, CaseIterable {
    case easy, medium, hard

    init(_ level: QuestionLevel) {
        self =
            switch level {
            case .junior: .easy
            case .mid: .medium
            case .senior, .expert: .hard
            }
    }

    /// The level of a new interview.
    var level: QuestionLevel {
        switch self {
        case .easy: .junior
        case .medium: .mid
        case .hard: .senior
        }
    }

    /// All that is shown as this.
    var levels: Set<QuestionLevel> {
        Set(QuestionLevel.allCases.filter { InterviewDifficulty($0) == self })
    }
}

/// The states of this interface: what was given up or missed is shown as cancelled.
enum InterviewStatus: String, RequestValue, ReplyValue, CaseIterable {
    case scheduled
    case inProgress = "in_progress"
    case completed, cancelled

    init(_ state: InterviewState) {
        self =
            switch state {
            case .scheduled: .scheduled
            case .inProgress: .inProgress
            case .completed: .completed
            case .cancelled, .abandoned, .noShow: .cancelled
            }
    }

    /// All that is shown as this.
    var states: Set<InterviewState> {
        Set(InterviewState.allCases.filter { InterviewStatus($0) == self })
    }
}

/// The kinds of questions of this interface.
enum InterviewQuestionKind: String, ReplyValue, CaseIterable {
    case technical, behavioral, coding
    case systemDesign = "system_design"
    case general

    init(_ kind: QuestionKind) {
        self =
            switch kind {
            case .technical: .technical
            case .behavioural, .situational: .behavioral
            case .coding: .coding
            case .systemDesign: .systemDesign
            case .hr, .caseStudy: .general
            }
    }
}
