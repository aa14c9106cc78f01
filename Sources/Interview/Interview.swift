public import FoundationEssentials

/// An interview as a state machine: events come in, and what it waits for follows from what has happened.
///
/// It holds no clock, no files and no audio; the practice room runs what it asks for. Written to disk after each
/// event, it goes on from where it stood after a crash.
public struct Interview: Sendable, Hashable, Codable, Identifiable {
    /// A name that no other interview has.
    public let id: String
    /// What is asked in it.
    public private(set) var plan: InterviewPlan
    /// What it is called, for what and for whom it is.
    public var details: InterviewDetails
    /// When it is to be held; `nil` for one that was begun at once.
    public private(set) var schedule: InterviewSchedule?
    /// When it was planned, or begun where it was not planned.
    public let createdAt: Date
    /// When it was begun; `nil` before.
    public private(set) var startedAt: Date?
    /// When it ended; `nil` while it goes on.
    public private(set) var endedAt: Date?
    /// Where it stands in its life.
    public private(set) var state: InterviewState
    /// The questions put so far, in order, follow-ups among them.
    public private(set) var turns: [Turn]
    /// Why it was called off; `nil` when it was not, or nobody said why.
    public private(set) var cancellation: String?
    /// What a person says about it as a whole; `nil` when nobody did.
    public private(set) var review: HumanReview?
    /// Whether the candidate asked for another attempt that has not come yet.
    private var awaitsAnotherTake: Bool
    /// Which question is at hand where it is not the one that was put last.
    private var place: InterviewPlace?

    /// An interview that begins now.
    public init(
        id: String, plan: InterviewPlan, details: InterviewDetails = InterviewDetails(), startedAt: Date
    ) {
        self.id = id
        self.plan = plan
        self.details = details
        self.createdAt = startedAt
        self.startedAt = startedAt
        self.state = .inProgress
        self.turns = []
        self.awaitsAnotherTake = false
    }

    /// An interview that is to be held at a time, or when people are ready (`nil`).
    public init(
        id: String, plan: InterviewPlan, details: InterviewDetails = InterviewDetails(),
        schedule: InterviewSchedule?, createdAt: Date
    ) {
        self.id = id
        self.plan = plan
        self.details = details
        self.schedule = schedule
        self.createdAt = createdAt
        self.state = .scheduled
        self.turns = []
        self.awaitsAnotherTake = false
    }

    /// An interview as it was kept.
    init(
        id: String, plan: InterviewPlan, details: InterviewDetails, schedule: InterviewSchedule?,
        createdAt: Date, startedAt: Date?, endedAt: Date?, state: InterviewState, turns: [Turn],
        cancellation: String?, review: HumanReview?, awaitsAnotherTake: Bool, place: InterviewPlace? = nil
    ) {
        self.id = id
        self.plan = plan
        self.details = details
        self.schedule = schedule
        self.createdAt = createdAt
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.state = state
        self.turns = turns
        self.cancellation = cancellation
        self.review = review
        self.awaitsAnotherTake = awaitsAnotherTake
        self.place = place
    }

    /// The same with other turns, as it is put together from where its parts are kept.
    package func with(turns: [Turn]) -> Interview {
        var interview = self
        interview.turns = turns
        return interview
    }

    /// The same without the numbers of people and other records: in another database others have these.
    package var withoutRecordNumbers: Interview {
        var interview = self
        interview.details.organization = nil
        interview.details.candidate = nil
        interview.details.interviewer = nil
        interview.details.template = nil
        interview.details.resume = nil
        interview.review?.reviewer = nil
        for turn in interview.turns.indices {
            for take in interview.turns[turn].takes.indices {
                interview.turns[turn].takes[take].review?.reviewer = nil
            }
        }
        return interview
    }

    /// What the interview is waiting for.
    public var phase: InterviewPhase {
        if state.isOver { return .over }
        if state == .scheduled { return .planned }
        guard let question = current else { return .choosing }
        guard let take = question.takes.last else { return isAsked ? .listening : .asking }
        if awaitsAnotherTake { return .listening }
        return switch take.progress {
        case .received: .analysing
        case .judged, .failed: .reviewing
        }
    }

    /// The question that is being asked or answered: the one that was put last, or one that was returned to. `nil` when none was
    /// put, or the last one was passed over.
    public var current: Turn? { currentIndex.map { turns[$0] } }

    private var currentIndex: Int? {
        switch place {
        case nil: turns.indices.last
        case .nothing: nil
        case .turn(let number): turns.firstIndex { $0.number == number }
        }
    }

    /// The questions that were put and not answered, in the order in which they were put; that at hand among them.
    public var unanswered: [Turn] { turns.filter { !$0.isAnswered } }

    /// How many questions of the plan were put; follow-ups are not counted.
    public var plannedQuestionsAsked: Int { turns.count { $0.followUp == nil } }

    /// Whether the plan has room for another question.
    public var hasQuestionsLeft: Bool { plannedQuestionsAsked < plan.questionCount }

    /// Whether the current question was put to the candidate, aloud or on the screen.
    private var isAsked: Bool { current?.isPut ?? false }

    /// Takes in what happened.
    ///
    /// - Throws: `InterviewError` when the event does not fit the phase; the interview is then unchanged.
    public mutating func handle(_ event: InterviewEvent) throws(InterviewError) {
        if let action = event.lifeAction { return try live(event, action) }
        guard !state.isOver else { throw .isOver(state) }
        switch (event, phase) {
        case (.chose(let question, let followUp, let reason), .choosing),
            (.chose(let question, let followUp, let reason), .reviewing):
            let plannedNumber =
                followUp == nil
                ? plannedQuestionsAsked + 1 : current?.plannedNumber ?? plannedQuestionsAsked
            place = nil
            turns.append(
                Turn(
                    number: turns.count + 1, plannedNumber: plannedNumber, question: question,
                    followUp: followUp, reason: reason))
        case (.asked(let recording), .asking):
            updateCurrent {
                $0.recording = recording
                $0.isPut = true
            }
        case (.passedOver, .asking), (.passedOver, .listening):
            if awaitsAnotherTake { awaitsAnotherTake = false } else { place = .nothing }
        case (.returned(let number), .choosing), (.returned(let number), .reviewing):
            try turn(to: number)
        case (.received(let source, let date, let code, let seconds, let addresses), .listening):
            updateCurrent {
                $0.takes.append(
                    Take(
                        number: $0.takes.count + 1, source: source, receivedAt: date, code: code,
                        timeTakenSeconds: seconds, addresses: addresses))
            }
            updateCurrent { $0.chosenTake = nil }
            awaitsAnotherTake = false
        case (.answerSetAside, .analysing): place = .nothing
        case (.judged(let analysis, let evaluation), .analysing):
            updateLastTake { $0.progress = .judged(analysis: analysis, evaluation: evaluation) }
        case (.analysisFailed(let reason), .analysing):
            updateLastTake { $0.progress = .failed(reason: reason) }
        case (.helped(let kind, let number), .listening), (.helped(let kind, let number), .analysing),
            (.helped(let kind, let number), .reviewing):
            try help(kind, number, event)
        case (.triedAgain, .reviewing):
            guard details.mode == .practice || current?.finalTake?.wasHeard == false else {
                throw .oneTakeOnly
            }
            awaitsAnotherTake = true
        case (.retriedAnalysis, .reviewing) where current?.takes.last?.hasFailed == true:
            updateLastTake { $0.progress = .received }
        case (.finished, _) where hasWaitingAnswers:
            throw .notNow(event: event.name, phase: InterviewPhase.analysing.description)
        case (.finished(let date), _) where phase != .planned:
            end(turns.contains { !$0.takes.isEmpty } ? .completed : .abandoned, at: date)
        case (.abandoned(let date), _) where phase != .planned:
            end(.abandoned, at: date)
        default:
            throw .notNow(event: event.name, phase: phase.description)
        }
    }

    /// Goes back to a question that was put: to answer it, or to answer it once more.
    private mutating func turn(to number: Int) throws(InterviewError) {
        guard let turn = turn(number) else { throw .noSuchTurn(number) }
        if let take = turn.finalTake {
            guard details.mode == .practice || !take.wasHeard else { throw .oneTakeOnly }
            awaitsAnotherTake = true
        }
        place = .turn(number)
    }

    /// Settles which questions are asked, in this order and no others; those that were put stay as they were.
    ///
    /// - Throws: `InterviewError.isOver`; `wasPut` when a question that was put is not among them or reads
    ///   differently.
    public mutating func settle(_ questions: [Question]) throws(InterviewError) {
        guard !state.isOver else { throw .isOver(state) }
        for turn in turns where turn.followUp == nil && !questions.contains(turn.question) {
            throw .wasPut(question: turn.question.text)
        }
        plan = plan.settled(on: questions)
    }

    /// Settles how long it is planned to take, in minutes.
    ///
    /// - Throws: `InterviewError.isOver`.
    public mutating func settle(minutes: Int) throws(InterviewError) {
        guard !state.isOver else { throw .isOver(state) }
        schedule?.durationMinutes = minutes
        details.plannedMinutes = minutes
    }

    /// Plans it for another time when its own is over and nobody has begun it: there is nothing left to be too late for.
    ///
    /// - Throws: `InterviewError.notAllowed` when it was begun; `tooLateToReschedule` when it may not be moved at all or its time is still
    ///   to come; `inThePast`.
    public mutating func replan(for next: InterviewSchedule, at date: Date) throws(InterviewError) {
        guard state.allowed.contains(.reschedule) else { throw .notAllowed(.reschedule, state) }
        guard let schedule, schedule.allowsRescheduling, schedule.start <= date else {
            throw .tooLateToReschedule(deadline: nil)
        }
        guard next.start > date else { throw .inThePast(start: next.start) }
        var next = next
        next.moves = schedule.moves + 1
        self.schedule = next
    }

    /// Takes back the question that was put last, while nobody has answered it: as if it had not been put.
    ///
    /// - Throws: `InterviewError.isOver`; `wasPut` for another one, or when it was answered.
    public mutating func takeBack(turn number: Int) throws(InterviewError) {
        guard !state.isOver else { throw .isOver(state) }
        guard let turn = turns.last, turn.number == number, turn.takes.isEmpty, turn.followUp == nil else {
            throw .wasPut(question: self.turn(number)?.text ?? "\(number)")
        }
        turns.removeLast()
        if case .turn(number) = place { place = nil }
    }

    /// Takes in that help was shown: what is shown while an answer waits to be judged was shown while it was given.
    private mutating func help(
        _ kind: AnswerHelp.Kind, _ number: Int, _ event: InterviewEvent
    ) throws(InterviewError) {
        guard details.mode == .practice else { throw .noHelp }
        guard let turn = current, turn.helpOffered(kind).indices.contains(number - 1) else {
            throw .notNow(event: event.name, phase: "without one for this question")
        }
        let take = turn.takes.count + (phase == .analysing ? 0 : 1)
        guard turn.help?.contains(where: { $0.kind == kind && $0.number == number }) != true else { return }
        updateCurrent { $0.help = ($0.help ?? []) + [AnswerHelp(kind, number: number, take: take)] }
    }

    /// Takes in what happens to the interview as a whole.
    private mutating func live(_ event: InterviewEvent, _ action: InterviewAction) throws(InterviewError) {
        guard state.allowed.contains(action) else { throw .notAllowed(action, state) }
        switch event {
        case .started(let date, let history):
            state = .inProgress
            startedAt = date
            // Questions that are settled are not chosen.
            if plan.fixed == nil { plan.history = history ?? plan.history }
        case .rescheduled(var next, let date):
            if let schedule {
                guard schedule.allowsRescheduling else { throw .tooLateToReschedule(deadline: nil) }
                guard date <= schedule.rescheduleDeadline else {
                    throw .tooLateToReschedule(deadline: schedule.rescheduleDeadline)
                }
            }
            guard next.start > date else { throw .inThePast(start: next.start) }
            // Before it had a time nobody had it in a calendar.
            next.moves = schedule.map { $0.moves + 1 } ?? 0
            schedule = next
        case .cancelled(let reason, let date):
            cancellation = reason
            end(.cancelled, at: date)
        case .missed(let date):
            if let start = schedule?.start, date < start { throw .notYetMissed(start: start) }
            end(.noShow, at: date)
        default: break
        }
    }

    /// Ends it. A clock that was set back meanwhile does not make it end before it began.
    private mutating func end(_ state: InterviewState, at date: Date) {
        self.state = state
        endedAt = max(date, startedAt ?? createdAt)
    }

    /// Takes in what became of an answer that was heard and judged while the interview went on, or once more. A failure takes the
    /// place of no judgement.
    ///
    /// - Throws: `InterviewError.noSuchTake`, `notAllowed` for an interview that was never begun.
    public mutating func judge(
        turn: Int, take: Int, as progress: Take.Progress
    ) throws(InterviewError) {
        try change(turn: turn, take: take, .correct) { take in
            if case .failed = progress, case .judged = take.progress { return }
            take.progress = progress
        }
    }

    /// Takes in what a speaker says that was said, with what the judge makes of it; what was heard stays.
    ///
    /// - Throws: `InterviewError.noSuchTake`, `notAllowed` before it was begun, `notNow` while the answer is being heard.
    public mutating func correct(
        turn: Int, take: Int, with correction: TranscriptCorrection
    ) throws(InterviewError) {
        let isGoingOn = state == .inProgress
        try change(turn: turn, take: take, .correct) { (take) throws(InterviewError) in
            // Nobody has seen yet what there is to correct.
            if case .received = take.progress, isGoingOn {
                throw .notNow(event: "a correction", phase: InterviewPhase.analysing.description)
            }
            take.corrections = (take.corrections ?? []) + [correction]
        }
    }

    /// Lets an attempt count in the place of the last one, until there is another one.
    ///
    /// - Throws: `InterviewError.noSuchTake`, `notAllowed` before the interview was begun, `notNow` for an attempt that is not judged.
    public mutating func choose(turn: Int, take: Int) throws(InterviewError) {
        let phase = phase.description
        try change(turn: turn, take: take, .correct) { (take) throws(InterviewError) in
            guard case .judged = take.progress else {
                throw .notNow(event: "an answer without a judgement as the one that counts", phase: phase)
            }
        }
        guard let place = turns.firstIndex(where: { $0.number == turn }) else { return }
        turns[place].chosenTake = turns[place].takes.last?.number == take ? nil : take
    }

    /// Takes in what a person says about an answer, in the place of what a person said before.
    ///
    /// - Throws: `InterviewError.noSuchTake`, `notAllowed` before it was begun.
    public mutating func review(turn: Int, take: Int, as review: HumanReview) throws(InterviewError) {
        try change(turn: turn, take: take, .review) { $0.review = review }
    }

    /// Takes in what a person says about the interview as a whole.
    ///
    /// - Throws: `InterviewError.notAllowed` before it was begun.
    public mutating func review(as review: HumanReview) throws(InterviewError) {
        guard state.allowed.contains(.review) else { throw .notAllowed(.review, state) }
        self.review = review
    }

    private mutating func change(
        turn: Int, take: Int, _ action: InterviewAction, _ change: (inout Take) throws(InterviewError) -> Void
    ) throws(InterviewError) {
        guard state.allowed.contains(action) else { throw .notAllowed(action, state) }
        guard let turnPlace = turns.firstIndex(where: { $0.number == turn }),
            let takePlace = turns[turnPlace].takes.firstIndex(where: { $0.number == take })
        else { throw .noSuchTake(turn: turn, take: take) }
        try change(&turns[turnPlace].takes[takePlace])
    }

    private mutating func updateCurrent(_ change: (inout Turn) -> Void) {
        guard let currentIndex else { return }
        change(&turns[currentIndex])
    }

    private mutating func updateLastTake(_ change: (inout Take) -> Void) {
        updateCurrent { question in
            guard !question.takes.isEmpty else { return }
            change(&question.takes[question.takes.count - 1])
        }
    }
}

extension InterviewEvent {
    /// What is done with the interview as a whole; `nil` for an event inside it.
    fileprivate var lifeAction: InterviewAction? {
        switch self {
        case .started: .start
        case .rescheduled: .reschedule
        case .cancelled: .cancel
        case .missed: .markNoShow
        default: nil
        }
    }
}
