public import Accounts
import Archive
import Foundation
import Interview
import Practice
public import Records

extension VivaService {
    /// Begins an interview that was planned.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that was begun before.
    public func start(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> InterviewSheet {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            guard sheet.interview.state.allowed.contains(.start) else {
                throw InterviewError.notAllowed(.start, sheet.interview.state)
            }
            // Resuming begins it.
            try await withRoom(.number(sheet.number)) { _ in }
            return try await archive.records.sheet(of: .number(sheet.number))
        }
    }

    /// The question that is to be answered next; `nil` when all were answered. An interview that chooses its questions while it is
    /// held chooses one now.
    ///
    /// - Throws: `ServiceError`; `conflict` for an interview that is over.
    public func nextQuestion(
        of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> (question: InterviewQuestion?, sheet: InterviewSheet) {
        try await attempt {
            let sheet = try await sheet(name, to: .read, for: requester)
            guard !sheet.interview.state.isOver else { throw InterviewError.isOver(sheet.interview.state) }
            let isChoosing = sheet.interview.plan.fixed == nil && sheet.interview.state == .inProgress
            if let next = sheet.next { return (next, sheet) }
            guard isChoosing, sheet.interview.hasQuestionsLeft else { return (nil, sheet) }
            try require(.answer, sheet.interview.details, name: "\(name)", for: requester)
            let bank = try await bank(for: requester)
            try await withRoom(.number(sheet.number), bank: bank) { _ = try await $0.ask() }
            let changed = try await archive.records.sheet(of: .number(sheet.number))
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
    /// - Throws: `ServiceError`; `notFound` for a question of another interview, `conflict` when the interview does not go on, or it is
    ///   held for real and the question was answered; `busy` when another request works on it for too long.
    public func answer(
        _ answer: InterviewAnswer, to number: Int64, of name: RecordName? = nil,
        repetition: InterviewAnswer.Repetition = .takenInPractice, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt {
            if let name {
                let named = try await sheet(name, to: .answer, for: requester)
                guard named.question(number) != nil else {
                    throw ServiceError.notFound(kind: "question of this interview", name: "\(number)")
                }
            }
            let (sheet, _) = try await sheet(ofQuestion: number, to: .answer, for: requester)
            guard sheet.interview.state.allowed.contains(.answer) else {
                throw InterviewError.notAllowed(.answer, sheet.interview.state)
            }
            guard answer.text.contains(where: { !$0.isWhitespace }) || answer.code?.isEmpty == false else {
                throw ServiceError.invalid(field: "answer", reason: "It says nothing.")
            }
            try await withRoom(.number(sheet.number)) { room in
                try await put(number, repetition, in: room)
                try await room.take(
                    typed: answer.text, code: answer.code,
                    timeTakenSeconds: seconds(answer.time, in: await room.interview),
                    addresses: answer.addresses)
                _ = try await room.judge()
                _ = try await room.putFollowUp()
            }
            let changed = try await archive.records.sheet(of: .number(sheet.number))
            guard let question = changed.question(number), let take = question.turn?.finalTake,
                let answer = question.answers.last
            else { throw ServiceError.notFound(kind: "question", name: "\(number)") }
            return AnsweredQuestion(number: answer, question: question, take: take, sheet: changed)
        }
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

    private func seconds(_ time: InterviewAnswer.Time, in interview: Interview) -> Double? {
        switch time {
        case .seconds(let seconds): return seconds
        case .unknown: return nil
        case .sinceTheLastStep:
            let seconds = tools.now.timeIntervalSince(interview.lastActivity)
            return (0...Interview.longestPauseSeconds).contains(seconds) ? seconds.rounded() : nil
        }
    }
}
