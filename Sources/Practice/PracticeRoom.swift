public import Archive
import Delivery
import Evaluation
import FoundationEssentials
public import Interview
public import Records
import Storage

/// Runs an interview: asks, takes the answer, hears and judges it, and chooses what comes next.
///
/// ```swift
/// let room = try await PracticeRoom.begin(plan, bank: bank, equipment: equipment, archive: archive)
/// while let turn = try await room.ask() {
///     try await room.take(recording: AudioFile.open(.file(path: "answer.wav")))
///     let take = try await room.judge()
/// }
/// let summary = try await room.finish()
/// ```
/// Each step is kept before the next begins, so an interview that was broken off goes on from the step it was at.
public actor PracticeRoom {
    /// The interview as it stands.
    public private(set) var interview: Interview
    /// The number under which the interview is kept.
    public nonisolated let number: Int64
    /// The folder in which its recordings are made.
    public nonisolated let path: String

    /// Who hears and judges spoken answers.
    public enum Hearing: Sendable, Hashable {
        /// The room itself.
        case here
        /// Others, in the background: the interview goes on while an answer waits for them.
        case elsewhere
    }

    let desk: InterviewDesk
    private let bank: QuestionBank
    let equipment: PracticeEquipment
    let hearing: Hearing
    /// What was heard of the last live answer while it was recorded; it belongs to that recording alone.
    var heardLive: (recording: String, analysis: AnswerAnalysis)?

    private init(
        interview: Interview, desk: InterviewDesk, bank: QuestionBank, equipment: PracticeEquipment,
        hearing: Hearing = .here
    ) {
        self.interview = interview
        self.number = desk.number
        self.path = desk.path
        self.desk = desk
        self.bank = bank.adding(interview.plan.written ?? [])
            .adding(templates: interview.plan.preferences.templates ?? [])
        self.equipment = equipment
        self.hearing = hearing
    }

    /// Begins an interview that is kept in an archive.
    ///
    /// - Throws: `ArchiveError` when it cannot be kept.
    public static func begin(
        _ plan: InterviewPlan, details: InterviewDetails = InterviewDetails(), bank: QuestionBank,
        equipment: PracticeEquipment, archive: Archive
    ) async throws(ArchiveError) -> PracticeRoom {
        let interview = Interview(
            id: UUID().uuidString.lowercased(), plan: plan, details: details, startedAt: equipment.moment)
        let desk = try await InterviewDesk.begin(interview, in: archive)
        return PracticeRoom(interview: interview, desk: desk, bank: bank, equipment: equipment)
    }

    /// Goes on with an interview that was broken off, or begins one that was planned. An answer that was being recorded when it
    /// broke off is taken in, and one whose analysis failed is to be analysed once more, unless others hear it.
    ///
    /// - Parameter leftovers: whether that recording is taken in as it stands, or is to be gone on with.
    /// - Throws: `ArchiveError` when there is no such interview, or another program is working on it;
    ///   `InterviewError.hasEnded` when there is nothing to go on with.
    public static func resume(
        _ name: RecordName, bank: QuestionBank, equipment: PracticeEquipment, archive: Archive,
        hearing: Hearing = .here, leftovers: Leftovers = .takenIn
    ) async throws -> PracticeRoom {
        let desk = try await InterviewDesk.open(name, in: archive)
        let interview = await desk.interview
        guard !interview.state.isOver else {
            await desk.close()
            throw InterviewError.hasEnded(session: "\(name)", interview.state)
        }
        try await desk.removeUnfinishedCopies()
        let room = PracticeRoom(
            interview: interview, desk: desk, bank: bank, equipment: equipment, hearing: hearing)
        if interview.state == .scheduled {
            let isChoosing = interview.plan.fixed == nil
            let history = isChoosing ? try await archive.history(of: interview.details.candidate) : nil
            try await room.advance(.started(at: equipment.moment, history: history))
        }
        try await room.recoverAnswer(leftovers)
        let stands = await room.interview
        if let take = stands.current?.takes.last, take.hasFailed, stands.phase == .reviewing,
            hearing == .here || take.medium == .typed
        {
            try await room.retryAnalysis()
        }
        return room
    }

    // MARK: Asking

    /// Puts the question that is due: chooses it when none is open, speaks it into the session folder, and returns
    /// it. `nil` when the plan has no more questions, the bank none that fits, or the interview is over.
    ///
    /// - Throws: `ArchiveError` when the step cannot be saved.
    public func ask() async throws -> Turn? {
        guard interview.phase != .over else { return nil }
        try await setAnswerAside()
        if interview.phase == .choosing || interview.phase == .reviewing {
            if let choice = try await chooseNext() {
                try await advance(
                    .chose(question: choice.question, followUp: choice.followUp, reason: choice.reason))
            } else if let passedOver = interview.unanswered.first {
                try await advance(.returned(turn: passedOver.number))
            } else {
                return nil
            }
        }
        try await put()
        return interview.current
    }

    /// Puts the question at hand, where that was not done yet.
    func put() async throws {
        guard interview.phase == .asking, let turn = interview.current else { return }
        async let prepared: Void = expectAnswer(to: turn)
        let recording = await speak(turn)
        await prepared
        try await advance(.asked(recording: recording))
    }

    private func chooseNext() async throws -> (question: Question, followUp: FollowUp?, reason: String)? {
        if let choice = interview.followUpDue { return try await written(choice) }
        guard interview.hasQuestionsLeft else { return nil }
        let chooser = QuestionChooser(seed: interview.plan.seed)
        let choice = chooser.next(
            from: bank, asked: interview.results, preferences: interview.plan.preferences,
            history: interview.plan.history ?? PracticeHistory(), fixed: interview.plan.fixed)
        return choice.map { ($0.question, nil, $0.reason) }
    }

    /// The follow-up that is due, in the words of whoever writes follow-ups here.
    ///
    /// - Throws: `InterviewError` when something else happened to the interview while it was written, `CancellationError`
    ///   when the task was cancelled.
    private func written(
        _ choice: (question: Question, followUp: FollowUp?, reason: String)
    ) async throws -> (question: Question, followUp: FollowUp?, reason: String) {
        guard let source = equipment.followUps, let due = choice.followUp, let turn = interview.current,
            let main = interview.mainTurn,
            // The claim was made in the main answer; for a point, the last words tell most.
            let take = due.claim == nil ? turn.finalTake : main.finalTake
        else { return choice }
        let point = choice.question.keyPoints.first { $0.id == due.keyPointID }
        guard point != nil || due.claim != nil else { return choice }
        let asked = interview.turns.filter { $0.plannedNumber == turn.plannedNumber }.map(\.text)
        let before = interview
        let followUp = await source.followUp(
            on: FollowUpOccasion(
                question: choice.question, point: point, asked: asked,
                answer: JudgedAnswer(take, analysis: take.analysis), due: due))
        try Task.checkCancellation()
        guard interview == before else {
            throw InterviewError.notNow(event: "a follow-up", phase: interview.phase.description)
        }
        // Whatever was written, it is the point or claim that is due which is asked about.
        return followUp.map {
            (choice.question, FollowUp(target: due.target, text: $0.text), choice.reason)
        }
            ?? choice
    }

    /// Speaks a question into the session folder and returns the file's name there. A question that cannot be
    /// spoken is only shown: that must not end an interview.
    func speak(_ turn: Turn) async -> String? {
        guard let synthesizer = equipment.synthesizer else { return nil }
        let name = WorkFolder.questionRecording(turn.number)
        let speaker = QuestionSpeaker(synthesizer: synthesizer, cache: equipment.speechCache)
        do {
            try await speaker.speak(turn, style: interview.plan.voice, to: path + "/" + name)
            return name
        } catch {
            equipment.notice("The question could not be spoken: \(error)")
            return nil
        }
    }

    /// Lets the recognisers expect the answer to a question. Where they cannot, they hear without.
    func expectAnswer(to turn: Turn) async {
        let context = turn.hearingContext(role: interview.plan.preferences.role)
        do {
            try await equipment.recognizers.expect(context)
        } catch {
            equipment.notice("The answer is heard without what is known of its question: \(error)")
        }
    }

    // MARK: Answering

    /// Takes a typed answer.
    ///
    /// - Parameters:
    ///   - text: the words.
    ///   - code: code that was given beside them.
    ///   - seconds: how long it took, thinking included, in seconds; `nil` where that is not known.
    ///   - addresses: where others keep its sound or picture.
    /// - Throws: `InterviewError` when no answer is awaited, `ArchiveError` when it cannot be saved.
    public func take(
        typed text: String, code: String? = nil, timeTakenSeconds seconds: Double? = nil,
        addresses: AnswerAddresses? = nil
    ) async throws {
        try await advance(
            .received(
                .typed(text: text), at: equipment.moment, code: code, timeTakenSeconds: seconds,
                addresses: addresses))
    }

    // MARK: Going on

    /// Notes that the candidate was shown a hint or a sample answer of the current question (`Turn.helpOffered`).
    ///
    /// - Parameter number: which one, 1 for the first.
    /// - Throws: `InterviewError` in an interview for real, or when the question has no such help; `ArchiveError` when it cannot be
    ///   saved.
    public func helped(_ kind: AnswerHelp.Kind, number: Int) async throws {
        try await advance(.helped(kind, number: number))
    }

    /// Lets the candidate answer the same question again; the earlier take is kept.
    ///
    /// - Throws: `InterviewError` when no answer was judged yet, or the interview is held for real and the answer was heard.
    public func tryAgain() async throws { try await advance(.triedAgain) }

    /// Lets a failed analysis be done once more by `judge`.
    ///
    /// - Throws: `InterviewError` when there is nothing to analyse again.
    public func retryAnalysis() async throws { try await advance(.retriedAnalysis) }

    /// What changed between the last two takes of the current question.
    public var comparison: TakeComparison? {
        guard let takes = interview.current?.takes.suffix(2), takes.count == 2, let first = takes.first,
            let last = takes.last
        else { return nil }
        return TakeComparison(from: first, to: last)
    }

    /// Ends the interview and sums it up. An interview without an answer ends as abandoned.
    ///
    /// - Parameters:
    ///   - resources: what there is to study.
    ///   - earlierScores: the mean scores of earlier interviews that were judged in the same way (`InterviewJudging`), 0...100, in the
    ///     order of time.
    /// - Throws: `InterviewError` when it is over already, `ArchiveError` when it cannot be saved.
    public func finish(
        resources: [StudyResource] = [], earlierScores: [Double] = []
    ) async throws -> InterviewSummary {
        try await advance(.finished(at: equipment.moment))
        let aside = await desk.setAside
        await desk.close()
        if !aside.isEmpty {
            equipment.notice(
                "What could not be read of an answer stays in \(aside.joined(separator: " and ")) until the interview is deleted."
            )
        }
        return InterviewSummary(of: interview, resources: resources, earlierScores: earlierScores)
    }

    /// Lets go of the interview, which may be gone on with.
    public func leave() async { await desk.close() }

    /// The path of a recording of the interview, for example of a spoken question.
    ///
    /// - Throws: `ArchiveError`.
    public func file(_ name: String) async throws -> String { try await desk.file(name) }

    /// Keeps the step first, then takes it here. Of two steps that meet, one is refused by the archive.
    func advance(_ event: InterviewEvent) async throws {
        try await change { (interview) throws(InterviewError) in try interview.handle(event) }
    }

    /// Keeps a change first, then makes it here.
    func change(_ change: (inout Interview) throws(InterviewError) -> Void) async throws {
        var next = interview
        try change(&next)
        try await desk.keep(next)
        interview = next
    }
}
