public import Accounts
import Archive
import Interview
import Practice
public import Records

extension VivaService {
    /// Takes up an interview that is held question by question: begins it where that was not done yet, greets, and puts the question that is
    /// due. The greeting becomes part of the conversation once, before the question.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over, or that has no question.
    public func takeUp(
        _ name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> DialogueStep {
        try await begin(name, for: requester)
        let sheet = try await attempt {
            let before = try await self.sheet(name, to: .change, for: requester)
            // A question that waits for its answer was put after the greeting.
            if before.next?.turn == nil, before.next != nil || before.answeredCount == 0 {
                let student = try await session(name, for: requester).student?.name
                try await say(DialogueText.greeting(before, student: student), in: before.number)
            }
            return try await ask(name, for: requester)
        }
        return DialogueStep(sheet: sheet, question: sheet.next, answered: nil)
    }

    /// Takes the answer to the question that was put, judges it, and puts what comes next: a follow-up to it or the next question. While one
    /// answer is being taken, no other one is: whoever sends it twice at once does not answer two questions with it.
    ///
    /// - Parameter number: the number of the question, where the one who answers says it as well.
    /// - Throws: `ServiceError`; `notFound` for a question of another interview; `conflict` when the interview does not go on or all was
    ///   answered, when the question was answered already or is not the one that was put, and while another answer is being taken.
    public func respond(
        _ text: String, to number: Int64? = nil, in name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> DialogueStep {
        let interview = try await attempt {
            let head = try await archive.records.interviewHead(name)
            try require(.answer, head.interview.details, name: "\(name)", for: requester)
            return head.number
        }
        guard respondents.begin(interview) else {
            throw .conflict(
                reason:
                    "Another answer is being taken in interview \(interview), and this one was not: wait for the reply to that one, which has the next question."
            )
        }
        defer { respondents.end(interview) }
        let due = try await attempt {
            try await question(dueIn: .number(interview), named: number, for: requester)
        }
        let answered = try await answer(
            InterviewAnswer(text: text, time: .sinceTheLastStep), to: due, of: .number(interview),
            repetition: .refused, for: requester)
        let sheet = try await attempt {
            try await say(DialogueText.judgement(of: answered), about: due, in: interview)
            return try await ask(.number(interview), for: requester)
        }
        return DialogueStep(sheet: sheet, question: sheet.next, answered: answered)
    }

    /// The number of the question that is to be answered, which is the one that was named where one was.
    private func question(
        dueIn name: RecordName, named number: Int64?, for requester: Requester
    ) async throws -> Int64 {
        let sheet = try await self.sheet(name, to: .answer, for: requester)
        guard sheet.interview.state.allowed.contains(.answer) else {
            throw InterviewError.notAllowed(.answer, sheet.interview.state)
        }
        if let number {
            guard let named = sheet.question(number) else {
                throw ServiceError.notFound(kind: "question", name: "\(number) in this interview")
            }
            guard !named.isAnswered else {
                throw ServiceError.conflict(reason: "The question \(number) was answered already.")
            }
        }
        let question = sheet.next
        let open = question == nil ? try await ask(name, for: requester).next : question
        guard let open else {
            throw ServiceError.conflict(
                reason: "All questions of interview \(sheet.number) were answered: end it.")
        }
        guard number == nil || number == open.number else {
            throw ServiceError.conflict(
                reason: "The question to be answered is \(open.number), and not \(number ?? 0).")
        }
        return open.number
    }

    /// Ends an interview that is held question by question, with closing words that become part of the conversation.
    ///
    /// - Parameter address: the address of the network that it is asked from.
    /// - Throws: `ServiceError`; `conflict` for one that was not begun.
    public func close(
        _ name: RecordName, for requester: Requester, from address: String? = nil
    ) async throws(ServiceError) -> InterviewResults {
        let wasOver = try await interview(name, for: requester).interview.state.isOver
        let results = try await end(name, for: requester, from: address)
        guard !wasOver else { return results }
        try await attempt {
            let student = try await session(name, for: requester).student?.name
            try await say(DialogueText.closing(results, student: student), in: results.sheet.number)
        }
        return results
    }

    /// Keeps what the interviewer says.
    private func say(_ text: String, about question: Int64? = nil, in interview: Int64) async throws {
        _ = try await archive.records.say(
            Message(speaker: .interviewer, text: text, date: tools.now), about: question,
            in: .number(interview))
    }

    /// Puts the question that is due, if there is one.
    private func ask(_ name: RecordName, for requester: Requester) async throws -> InterviewSheet {
        let sheet = try await self.sheet(name, to: .change, for: requester)
        let bank = sheet.interview.plan.fixed == nil ? try await bank(for: requester) : nil
        try await withRoom(.number(sheet.number), bank: bank) { _ = try await $0.ask() }
        return try await self.sheet(sheet.number, shownTo: requester)
    }
}
