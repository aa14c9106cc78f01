public import Accounts
import Archive
import Foundation
import Interview
import Practice
public import Records

extension VivaService {
    /// Begins an interview that was planned. One that has no question yet gets some that fit it.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that was begun before.
    public func start(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .change, for: requester)
            guard sheet.interview.state.allowed.contains(.start) else {
                throw InterviewError.notAllowed(.start, sheet.interview.state)
            }
            if sheet.interview.plan.fixed?.isEmpty == true {
                try await settleQuestions(of: sheet, for: requester)
            }
            // Resuming begins it.
            try await withRoom(.number(sheet.number)) { _ in }
            return try await self.sheet(sheet.number, shownTo: requester)
        }
    }

    /// The question that is to be answered next; `nil` when all were answered. An interview that chooses its questions while it is
    /// held chooses one now.
    ///
    /// - Parameter beginning: what is done when that was planned and not begun; one whose questions are settled needs not begin for it, and
    ///   one that has none yet gets some that fit it.
    /// - Throws: `ServiceError`; `conflict` for an interview that is over.
    public func nextQuestion(
        of name: RecordName, beginning: InterviewAnswer.Beginning = .asked, for requester: Requester
    ) async throws(ServiceError) -> (question: InterviewQuestion?, sheet: InterviewSheet) {
        try await attempt {
            var sheet = try await sheet(name, to: .read, for: requester)
            guard !sheet.interview.state.isOver else { throw InterviewError.isOver(sheet.interview.state) }
            if beginning == .included, sheet.interview.plan.fixed?.isEmpty == true {
                try require(.change, sheet.interview.details, name: "\(name)", for: requester)
                try await settleQuestions(of: sheet, for: requester)
                sheet = try await self.sheet(sheet.number, shownTo: requester)
            }
            let isHeld = sheet.interview.state == .inProgress || beginning == .included
            let isChoosing = sheet.interview.plan.fixed == nil && isHeld
            if let next = sheet.next { return (next, sheet) }
            guard isChoosing, sheet.interview.hasQuestionsLeft else { return (nil, sheet) }
            try require(.answer, sheet.interview.details, name: "\(name)", for: requester)
            let bank = try await bank(for: requester)
            try await withRoom(.number(sheet.number), bank: bank) { _ = try await $0.ask() }
            let changed = try await self.sheet(sheet.number, shownTo: requester)
            return (changed.next, changed)
        }
    }

    /// Takes an answer to a question, in whatever order, and judges it at once. An answer that cannot be judged is kept and is
    /// judged another time.
    ///
    /// - Parameters:
    ///   - number: the number of the question.
    ///   - name: the interview, where the one who answers says it as well.
    ///   - repetition: what is done when the question was answered before.
    ///   - beginning: what is done when the interview was planned and not begun.
    /// - Throws: `ServiceError`; `notFound` for a question of another interview, `conflict` when the interview does not go on, or it is
    ///   held for real and the question was answered; `busy` when another request works on it for too long.
    public func answer(
        _ answer: InterviewAnswer, to number: Int64, of name: RecordName? = nil,
        repetition: InterviewAnswer.Repetition = .takenInPractice,
        beginning: InterviewAnswer.Beginning = .asked, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt {
            let sheet = try await sheet(ofAnswerTo: number, in: name, beginning, for: requester)
            guard answer.text.contains(where: { !$0.isWhitespace }) || answer.code?.isEmpty == false else {
                throw ServiceError.invalid(field: "answer", reason: "It says nothing.")
            }
            // The room begins it where that is left to do.
            try await withRoom(.number(sheet.number)) { room in
                try await put(number, repetition, in: room)
                try await room.take(
                    typed: answer.text, code: answer.code,
                    timeTakenSeconds: seconds(answer.time, in: await room.interview),
                    addresses: answer.addresses)
                _ = try await room.judge()
                _ = try await room.putFollowUp()
            }
            let changed = try await self.sheet(sheet.number, shownTo: requester)
            guard let question = changed.question(number), let take = question.turn?.takes.last,
                let answer = question.answers.last
            else { throw ServiceError.notFound(kind: "question", name: "\(number)") }
            return AnsweredQuestion(number: answer, question: question, take: take, sheet: changed)
        }
    }

    /// The interview of a question that somebody may answer now.
    func sheet(
        ofAnswerTo number: Int64, in name: RecordName?, _ beginning: InterviewAnswer.Beginning,
        for requester: Requester
    ) async throws -> InterviewSheet {
        if let name {
            let named = try await sheet(name, to: .answer, for: requester)
            guard named.question(number) != nil else {
                throw ServiceError.notFound(kind: "question", name: "\(number) in this interview")
            }
        }
        let (sheet, _) = try await sheet(ofQuestion: number, to: .answer, for: requester)
        try Self.require(.answer, sheet.interview.state, beginning)
        return sheet
    }

    /// Refuses what does not fit the state of an interview; what goes on is begun with it where that is wanted.
    static func require(
        _ action: InterviewAction, _ state: InterviewState, _ beginning: InterviewAnswer.Beginning
    ) throws(InterviewError) {
        guard !state.allowed.contains(action) else { return }
        guard beginning == .included, state == .scheduled else { throw .notAllowed(action, state) }
    }

    /// Puts the question that is to be answered. Meanwhile somebody else may have answered it or taken it out.
    func put(
        _ number: Int64, _ repetition: InterviewAnswer.Repetition, in room: PracticeRoom
    ) async throws {
        let sheet = try await archive.records.sheet(of: .number(room.number))
        guard let question = sheet.question(number) else {
            throw ServiceError.notFound(kind: "question", name: "\(number)")
        }
        if question.isAnswered, repetition == .refused {
            throw ServiceError.conflict(reason: "The question \(number) was answered already.")
        }
        if let turn = question.turn {
            try await room.putAgain(turn: turn.number)
        } else {
            try await room.put(question.question)
        }
    }

    func seconds(_ time: InterviewAnswer.Time, in interview: Interview) -> Double? {
        switch time {
        case .seconds(let seconds): return seconds
        case .unknown: return nil
        case .sinceTheLastStep:
            // A longer time was no work on it.
            let seconds = tools.now.timeIntervalSince(interview.lastActivity)
            return min(max(seconds, 0), Interview.longestPauseSeconds).rounded()
        }
    }
}
