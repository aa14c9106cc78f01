public import FoundationEssentials

/// An interview as a state machine: events come in, and what it waits for follows from what has happened.
///
/// It holds no clock, no files and no audio; the practice room runs what it asks for. Written to disk after each
/// event, it goes on from where it stood after a crash.
public struct Interview: Sendable, Hashable, Codable, Identifiable {
    /// A name that no other interview has.
    public let id: String
    /// What it is meant to be.
    public let plan: InterviewPlan
    /// When it was begun.
    public let startedAt: Date
    /// When it ended; `nil` while it goes on.
    public private(set) var endedAt: Date?
    /// Where it stands in its life.
    public private(set) var state: InterviewState
    /// The questions put so far, in order, follow-ups among them.
    public private(set) var turns: [Turn]
    /// Whether the candidate asked for another attempt that has not come yet.
    private var awaitsAnotherTake: Bool

    /// An interview that begins now.
    public init(id: String, plan: InterviewPlan, startedAt: Date) {
        self.id = id
        self.plan = plan
        self.startedAt = startedAt
        self.state = .inProgress
        self.turns = []
        self.awaitsAnotherTake = false
    }

    /// What the interview is waiting for.
    public var phase: InterviewPhase {
        if state.isOver { return .over }
        guard let question = turns.last else { return .choosing }
        guard let take = question.takes.last else { return isAsked ? .listening : .asking }
        if awaitsAnotherTake { return .listening }
        return switch take.progress {
        case .received: .analysing
        case .judged, .failed: .reviewing
        }
    }

    /// The question that is being asked or answered.
    public var current: Turn? { turns.last }

    /// How many questions of the plan were put; follow-ups are not counted.
    public var plannedQuestionsAsked: Int { turns.count { $0.followUp == nil } }

    /// Whether the plan has room for another question.
    public var hasQuestionsLeft: Bool { plannedQuestionsAsked < plan.questionCount }

    /// Whether the current question was put to the candidate, aloud or on the screen.
    private var isAsked: Bool { turns.last?.isPut ?? false }

    /// Takes in what happened.
    ///
    /// - Throws: `InterviewError` when the event does not fit the phase; the interview is then unchanged.
    public mutating func handle(_ event: InterviewEvent) throws(InterviewError) {
        guard !state.isOver else { throw .isOver(state) }
        switch (event, phase) {
        case (.chose(let question, let followUp, let reason), .choosing),
            (.chose(let question, let followUp, let reason), .reviewing):
            let plannedNumber = plannedQuestionsAsked + (followUp == nil ? 1 : 0)
            turns.append(
                Turn(
                    number: turns.count + 1, plannedNumber: plannedNumber, question: question,
                    followUp: followUp, reason: reason))
        case (.asked(let recording), .asking):
            updateCurrent {
                $0.recording = recording
                $0.isPut = true
            }
        case (.received(let source, let date), .listening):
            updateCurrent {
                $0.takes.append(Take(number: $0.takes.count + 1, source: source, receivedAt: date))
            }
            awaitsAnotherTake = false
        case (.judged(let analysis, let evaluation), .analysing):
            updateLastTake { $0.progress = .judged(analysis: analysis, evaluation: evaluation) }
        case (.analysisFailed(let reason), .analysing):
            updateLastTake { $0.progress = .failed(reason: reason) }
        case (.triedAgain, .reviewing):
            awaitsAnotherTake = true
        case (.retriedAnalysis, .reviewing):
            updateLastTake { $0.progress = .received }
        case (.finished(let date), _) where phase != .analysing:
            state = turns.contains { !$0.takes.isEmpty } ? .completed : .abandoned
            endedAt = date
        case (.abandoned(let date), _):
            state = .abandoned
            endedAt = date
        default:
            throw .notNow(event: event.name, phase: phase.description)
        }
    }

    private mutating func updateCurrent(_ change: (inout Turn) -> Void) {
        guard !turns.isEmpty else { return }
        change(&turns[turns.count - 1])
    }

    private mutating func updateLastTake(_ change: (inout Take) -> Void) {
        updateCurrent { question in
            guard !question.takes.isEmpty else { return }
            change(&question.takes[question.takes.count - 1])
        }
    }
}
