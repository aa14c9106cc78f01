import Evaluation
import FoundationEssentials
import Interview
import InterviewTestSupport
import Testing

/// What can be done with an interview in each state of its life.
@Suite("The life of an interview") struct InterviewLifeTests {
    private static let planned = Date(timeIntervalSince1970: 1_000_000)
    private static let start = Date(timeIntervalSince1970: 1_100_000)
    private static let end = Date(timeIntervalSince1970: 1_101_800)
    private static let later = Date(timeIntervalSince1970: 1_200_000)

    private static func scheduled(_ schedule: InterviewSchedule? = InterviewSchedule(start: start))
        -> Interview
    {
        Interview(
            id: "a", plan: InterviewPlan(questionCount: 2, seed: 1), schedule: schedule, createdAt: planned)
    }

    private static func begun(
        mode: InterviewDetails.Mode = .practice, answer: String? = "It is small and quick."
    ) throws -> Interview {
        try testInterview(
            [TestTurn(testQuestion("one"), answer)], details: InterviewDetails(mode: mode), startedAt: start)
    }

    /// An interview in each state.
    private static func interview(_ state: InterviewState) throws -> Interview {
        var interview =
            try state == .scheduled || state == .cancelled || state == .noShow ? scheduled() : begun()
        switch state {
        case .scheduled, .inProgress: break
        case .completed: try interview.handle(.finished(at: end))
        case .abandoned: try interview.handle(.abandoned(at: end))
        case .cancelled: try interview.handle(.cancelled(reason: "ill", at: end))
        case .noShow: try interview.handle(.missed(at: end))
        }
        #expect(interview.state == state)
        return interview
    }

    private static let evaluation = RubricEvaluator().evaluate(
        JudgedAnswer(typed: "It is small."), against: testQuestion("one").rubric)

    /// An event for each name, as `InterviewEvent` has no list of its own.
    private static let events: [(event: InterviewEvent, in: Set<InterviewState>)] = [
        (.started(at: start), [.scheduled]),
        (.rescheduled(InterviewSchedule(start: later), at: planned), [.scheduled]),
        (.cancelled(reason: nil, at: end), [.scheduled]),
        (.missed(at: end), [.scheduled]),
        (.chose(question: testQuestion("two"), followUp: nil, reason: ""), [.inProgress]),
        (.asked(recording: nil), []),
        (.received(.typed(text: "x"), at: end), []),
        (.judged(nil, evaluation), []),
        (.analysisFailed(reason: "x"), []),
        (.triedAgain, [.inProgress]),
        (.retriedAnalysis, []),
        (.finished(at: end), [.inProgress]),
        (.abandoned(at: end), [.inProgress]),
    ]

    @Test(
        "Each event is taken in the states it fits, and changes nothing elsewhere",
        arguments: InterviewState.allCases)
    func events(state: InterviewState) throws {
        for (event, states) in Self.events {
            var interview = try Self.interview(state)
            let before = interview
            if states.contains(state) {
                try interview.handle(event)
                #expect(interview != before, "\(event)")
            } else {
                let error = try #require(throws: InterviewError.self, "\(state) \(event)") {
                    try interview.handle(event)
                }
                #expect(interview == before)
                switch (event, error) {
                case (.started, .notAllowed(.start, state)), (.rescheduled, .notAllowed(.reschedule, state)),
                    (.cancelled, .notAllowed(.cancel, state)), (.missed, .notAllowed(.markNoShow, state)):
                    break
                case (_, .isOver(state)) where state.isOver: break
                case (_, .notNow) where !state.isOver: break
                default: Issue.record("\(state) \(event): \(error)")
                }
            }
        }
    }

    @Test(
        "Each action is possible in the states that allow it, and changes nothing elsewhere",
        arguments: InterviewState.allCases)
    func actions(state: InterviewState) throws {
        let review = HumanReview(score: 70, date: Self.end)
        let correction = TranscriptCorrection(text: "x", date: Self.end, evaluation: Self.evaluation)
        let actions: [(InterviewAction, (inout Interview) throws -> Void)] = [
            (.review, { try $0.review(as: review) }),
            (.review, { try $0.review(turn: 1, take: 1, as: review) }),
            (.correct, { try $0.correct(turn: 1, take: 1, with: correction) }),
            (.restart, { $0 = try $0.restarted(id: "b", seed: 2, at: Self.later) }),
        ]
        for (action, act) in actions {
            var interview = try Self.interview(state)
            let before = interview
            if state.allowed.contains(action) {
                try act(&interview)
                #expect(interview != before)
            } else {
                #expect(throws: InterviewError.notAllowed(action, state)) { try act(&interview) }
                #expect(interview == before)
            }
        }
    }

    @Test("What can be done in a state")
    func table() {
        let always: Set<InterviewAction> = [.report, .delete]
        let table: [InterviewState: Set<InterviewAction>] = [
            .scheduled: [.start, .reschedule, .cancel, .markNoShow],
            .inProgress: [.answer, .complete, .abandon, .correct, .review],
            .completed: [.restart, .correct, .review], .abandoned: [.restart, .correct, .review],
            .cancelled: [.restart], .noShow: [.restart],
        ]
        for state in InterviewState.allCases {
            #expect(state.allowed == table[state]?.union(always))
            #expect(state.isOver == !state.allowed.contains { [.start, .answer].contains($0) })
        }
    }

    @Test("One that was planned goes on as any other once it is begun")
    func plannedOne() throws {
        var interview = Self.scheduled()
        #expect(interview.phase == .planned && interview.heldAt == Self.start && interview.startedAt == nil)
        try interview.handle(.started(at: Self.end))
        #expect(
            interview.phase == .choosing && interview.heldAt == Self.end && interview.startedAt == Self.end)
        try interview.handle(.chose(question: testQuestion("one"), followUp: nil, reason: ""))
        try interview.handle(.asked(recording: nil))
        try interview.handle(.received(.typed(text: "It is small."), at: Self.later))
        try interview.handle(.judged(nil, Self.evaluation))
        try interview.handle(.finished(at: Self.later))
        #expect(interview.state == .completed && interview.phase == .over && interview.endedAt == Self.later)
        #expect(interview.schedule?.start == Self.start && interview.createdAt == Self.planned)
    }

    // MARK: Moving

    @Test("It is moved until its deadline, a move at a time, and keeps its other rules only when told")
    func moves() throws {
        var schedule = InterviewSchedule(
            start: Self.start, durationMinutes: 45, place: "Room 1", rescheduleDeadlineHours: 2,
            reminderMinutes: [60])
        var interview = Self.scheduled(schedule)
        schedule = schedule.moved(to: Self.later)
        schedule.moves = 77
        try interview.handle(.rescheduled(schedule, at: Self.start.addingTimeInterval(-7200)))
        #expect(interview.schedule?.moves == 1 && interview.schedule?.start == Self.later)
        #expect(interview.schedule?.durationMinutes == 45 && interview.schedule?.place == "Room 1")
        #expect(
            interview.schedule?.rescheduleDeadlineHours == 2 && interview.schedule?.reminderMinutes == [60])
        let before = interview
        let deadline = Self.later.addingTimeInterval(-7200)
        #expect(throws: InterviewError.tooLateToReschedule(deadline: deadline)) {
            try interview.handle(
                .rescheduled(schedule.moved(to: .distantFuture), at: deadline.addingTimeInterval(1)))
        }
        #expect(throws: InterviewError.inThePast(start: Self.start)) {
            try interview.handle(.rescheduled(schedule.moved(to: Self.start), at: Self.start))
        }
        #expect(interview == before)
        schedule.allowsRescheduling = false
        try interview.handle(.rescheduled(schedule, at: Self.start))
        #expect(interview.schedule?.moves == 2)
        #expect(throws: InterviewError.tooLateToReschedule(deadline: nil)) {
            try interview.handle(.rescheduled(schedule, at: Self.start))
        }
    }

    @Test("One without a time gets one, which nobody had in a calendar before")
    func firstTime() throws {
        var interview = Self.scheduled(nil)
        #expect(interview.heldAt == Self.planned && interview.takenTime == nil)
        try interview.handle(.rescheduled(InterviewSchedule(start: Self.start, moves: 9), at: Self.planned))
        #expect(interview.schedule?.moves == 0 && interview.heldAt == Self.start)
    }

    @Test("Nobody has missed what has not come yet")
    func missedTooEarly() throws {
        var interview = Self.scheduled()
        #expect(throws: InterviewError.notYetMissed(start: Self.start)) {
            try interview.handle(.missed(at: Self.start.addingTimeInterval(-1)))
        }
        #expect(interview == Self.scheduled())
        try interview.handle(.missed(at: Self.start))
        #expect(interview.state == .noShow && interview.endedAt == Self.start)
        var open = Self.scheduled(nil)
        try open.handle(.missed(at: Self.planned))
        #expect(open.state == .noShow)
    }

    @Test("Why it was called off is kept")
    func cancellation() throws {
        let interview = try Self.interview(.cancelled)
        #expect(interview.cancellation == "ill" && interview.endedAt == Self.end)
        #expect(interview.heldAt == Self.start)
    }

    @Test("A clock that was set back does not let it end before it began", arguments: [true, false])
    func clock(finishes: Bool) throws {
        var interview = try Self.begun()
        try interview.handle(finishes ? .finished(at: Self.planned) : .abandoned(at: Self.planned))
        #expect(interview.endedAt == Self.start)
    }

    // MARK: Answers

    @Test("Held for real, an answer that was heard is not given again; one that was not heard is")
    func oneTake() throws {
        var heard = try Self.begun(mode: .real)
        let before = heard
        #expect(throws: InterviewError.oneTakeOnly) { try heard.handle(.triedAgain) }
        #expect(heard == before)
        var silent = try Self.begun(mode: .real, answer: "")
        try silent.handle(.triedAgain)
        #expect(silent.phase == .listening)
        var failed = try Self.begun(mode: .real, answer: nil)
        try failed.handle(.received(.spoken(recording: "x.wav"), at: Self.end))
        try failed.handle(.analysisFailed(reason: "no model"))
        try failed.handle(.triedAgain)
        #expect(failed.phase == .listening)
        var practice = try Self.begun()
        try practice.handle(.triedAgain)
        #expect(practice.phase == .listening)
    }

    @Test("Only a failed analysis is done again: a judgement is not thrown away")
    func retries() throws {
        var interview = try Self.begun()
        #expect(throws: InterviewError.self) { try interview.handle(.retriedAnalysis) }
        #expect(interview == (try Self.begun()))
    }

    @Test("What was heard stays beside its corrections, and the last of these counts")
    func corrections() throws {
        var interview = try Self.begun()
        var evaluation = Self.evaluation
        for (number, score) in [(1, 30.0), (2, 60)] {
            evaluation.overall = score
            let date = Self.start.addingTimeInterval(Double(number))
            try interview.correct(
                turn: 1, take: 1,
                with: TranscriptCorrection(text: "version \(number)", date: date, evaluation: evaluation))
        }
        let take = try #require(interview.turn(1)?.take(1))
        #expect(take.text == "version 2" && take.heardText == "It is small and quick.")
        #expect(take.score == 60 && take.isCorrected)
        #expect(take.versions.map(\.number) == [1, 2, 3])
        #expect(take.versions.map(\.origin) == [.typed, .corrected, .corrected])
        #expect(take.versions.map(\.text) == ["It is small and quick.", "version 1", "version 2"])
        #expect(take.versions.map(\.score) == [take.heardEvaluation?.overall, 30, 60])
        #expect(take.versions.first?.date == take.receivedAt)
        for place in [(2, 1), (1, 2), (0, 1)] {
            let before = interview
            #expect(throws: InterviewError.noSuchTake(turn: place.0, take: place.1)) {
                try interview.review(turn: place.0, take: place.1, as: HumanReview(score: 1, date: Self.end))
            }
            #expect(interview == before)
        }
    }

    @Test("An answer that is still being heard is not corrected; one that could not be heard is")
    func correctionsInTime() throws {
        var interview = try Self.begun(answer: nil)
        try interview.handle(.received(.spoken(recording: "answers/1.wav"), at: Self.end))
        let correction = TranscriptCorrection(text: "x", date: Self.end, evaluation: Self.evaluation)
        let before = interview
        #expect(
            throws: InterviewError.notNow(
                event: "a correction", phase: InterviewPhase.analysing.description)
        ) { try interview.correct(turn: 1, take: 1, with: correction) }
        #expect(interview == before)
        try interview.handle(.analysisFailed(reason: "no model"))
        try interview.correct(turn: 1, take: 1, with: correction)
        let take = try #require(interview.current?.finalTake)
        #expect(take.text == "x" && take.heardText == nil && take.failure == "no model")
        #expect(take.versions.map(\.origin) == [.heard, .corrected])
    }

    @Test("A person's score counts before the judge's, for an answer and for the whole")
    func reviews() throws {
        var interview = try Self.begun()
        let judged = interview.score
        try interview.review(turn: 1, take: 1, as: HumanReview(score: 91, date: Self.end))
        #expect(interview.turn(1)?.score == 91 && interview.score == 91 && judged != 91)
        try interview.review(turn: 1, take: 1, as: HumanReview(score: nil, notes: "See me.", date: Self.end))
        #expect(interview.score == judged, "Remarks alone leave the judge's score.")
        try interview.review(as: HumanReview(score: 12, date: Self.end))
        #expect(interview.score == 12)
    }

    // MARK: Time

    @Test("It times out when nothing happened for longer than allowed, and only while it goes on")
    func timeOut() throws {
        var details = InterviewDetails(timeOutMinutes: 30)
        var interview = try testInterview(
            [TestTurn(testQuestion("one"), "x")], details: details, startedAt: Self.start)
        let limit = Self.start.addingTimeInterval(1800)
        #expect(interview.timesOutAt == limit)
        #expect(!interview.isTimedOut(at: limit) && interview.isTimedOut(at: limit.addingTimeInterval(1)))
        try interview.handle(.triedAgain)
        try interview.handle(.received(.typed(text: "y"), at: Self.start.addingTimeInterval(600)))
        #expect(interview.lastActivity == Self.start.addingTimeInterval(600))
        #expect(!interview.isTimedOut(at: limit.addingTimeInterval(1)))
        try interview.handle(.abandoned(at: Self.later))
        #expect(interview.timesOutAt == nil && !interview.isTimedOut(at: .distantFuture))
        for minutes in [nil, 0, -5] {
            details.timeOutMinutes = minutes
            let other = Interview(
                id: "b", plan: InterviewPlan(seed: 1), details: details, startedAt: Self.start)
            #expect(!other.isTimedOut(at: .distantFuture))
        }
    }

    @Test("A correction is a sign of life, and an answer before the beginning is none")
    func lastActivity() throws {
        var interview = try Self.begun(answer: nil)
        try interview.handle(.received(.typed(text: "x"), at: Self.planned))
        #expect(interview.lastActivity == Self.start)
        try interview.handle(.judged(nil, Self.evaluation))
        try interview.correct(
            turn: 1, take: 1,
            with: TranscriptCorrection(text: "x", date: Self.later, evaluation: Self.evaluation))
        #expect(interview.lastActivity == Self.later)
    }

    @Test("A planned one that nobody began is overdue when it should be over")
    func overdue() throws {
        let interview = Self.scheduled()
        #expect(
            !interview.isOverdue(at: Self.end.addingTimeInterval(-1)) && interview.isOverdue(at: Self.end))
        #expect(!Self.scheduled(nil).isOverdue(at: .distantFuture))
        #expect(!(try Self.interview(.cancelled)).isOverdue(at: .distantFuture))
    }

    @Test("It takes its people's time as planned, and from its real beginning once begun")
    func takenTime() throws {
        let schedule = InterviewSchedule(start: Self.start, durationMinutes: 60)
        var interview = Self.scheduled(schedule)
        #expect(interview.takenTime == DateInterval(start: Self.start, duration: 3600))
        try interview.handle(.started(at: Self.end))
        #expect(interview.takenTime == DateInterval(start: Self.end, duration: 3600))
        try interview.handle(.abandoned(at: Self.later))
        #expect(interview.takenTime == nil)
        #expect(try Self.begun().takenTime?.duration == 1800)
    }

    // MARK: Once more

    @Test(
        "Held once more it is another interview that names this one",
        arguments: InterviewState.allCases.filter(\.isOver))
    func restart(state: InterviewState) throws {
        let first = try Self.interview(state)
        let second = try first.restarted(id: "b", seed: 9, at: Self.later)
        #expect(second.id == "b" && second.plan.seed == 9 && second.details.repeats == "a")
        #expect(second.state == .inProgress && second.startedAt == Self.later && second.turns.isEmpty)
        #expect(
            second.review == nil && second.endedAt == nil && second.schedule == nil
                && second.cancellation == nil)
        #expect(second.plan.questionCount == first.plan.questionCount)
    }

    @Test("Held once more at a time to come it is planned, and only when it is over")
    func plannedRestart() throws {
        let schedule = InterviewSchedule(start: Self.later, durationMinutes: 45)
        let second = try Self.interview(.noShow).restarted(id: "b", seed: 9, schedule: schedule, at: Self.end)
        #expect(second.id == "b" && second.plan.seed == 9 && second.details.repeats == "a")
        #expect(second.state == .scheduled && second.schedule == schedule && second.createdAt == Self.end)
        #expect(throws: InterviewError.notAllowed(.restart, .inProgress)) {
            try Self.begun().restarted(id: "b", seed: 9, schedule: schedule, at: Self.end)
        }
    }

    @Test("Schedules bring what is out of bounds into them, also when it is changed")
    func bounds() {
        var schedule = InterviewSchedule(
            start: Self.start, durationMinutes: 0, rescheduleDeadlineHours: -1, moves: -1,
            reminderMinutes: [15, -3, 15, 1_000_000, 60, 30, 20, 10])
        #expect(schedule.durationMinutes == 1 && schedule.rescheduleDeadlineHours == 0 && schedule.moves == 0)
        #expect(schedule.reminderMinutes == [40_320, 60, 30, 20, 15])
        schedule.durationMinutes = 5000
        #expect(schedule.durationMinutes == 1440 && schedule.end == Self.start.addingTimeInterval(86_400))
        schedule.reminderMinutes = [5, 10]
        #expect(schedule.reminderMinutes == [10, 5])
    }

    @Test("Two schedules that touch do not overlap")
    func overlaps() {
        let one = InterviewSchedule(start: Self.start)
        #expect(!one.overlaps(one.moved(to: one.end)) && !one.moved(to: one.end).overlaps(one))
        #expect(one.overlaps(one.moved(to: one.end.addingTimeInterval(-1))) && one.overlaps(one))
    }

    @Test("Each refusal says what was refused and why")
    func words() throws {
        let errors: [InterviewError] = [
            .notNow(event: "an answer", phase: "over"), .isOver(.completed), .notAllowed(.start, .completed),
            .tooLateToReschedule(deadline: nil), .tooLateToReschedule(deadline: Self.start),
            .inThePast(start: Self.start), .notYetMissed(start: Self.start), .oneTakeOnly,
            .noSuchTake(turn: 1, take: 2), .hasEnded(session: "s", .completed),
        ]
        for error in errors { #expect(error.description.hasSuffix(".") && error.description.count > 30) }
        #expect(
            "\(InterviewError.notAllowed(.start, .noShow))"
                == "The interview is missed by its candidate: start is not possible. Possible are delete, report, restart."
        )
        #expect("\(InterviewError.inThePast(start: Self.start))".contains("1970-01-13T17:33:20Z"))
    }
}
