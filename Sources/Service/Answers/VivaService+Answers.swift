public import Accounts
import Archive
import Interview
import Practice
public import Recordings
public import Records

extension VivaService {
    /// The longest correction, in bytes: that of a typed answer.
    private static let limitCorrectionBytes = 100_000

    /// An attempt at a question of an interview, by its number.
    ///
    /// - Throws: `ServiceError.notFound` also for one that may not be seen.
    public func answer(
        _ number: Int64, of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt { try await found(number, of: name, to: .read, for: requester) }
    }

    /// All attempts at the question of an answer, first to last.
    ///
    /// - Throws: `ServiceError`.
    public func takes(
        besides number: Int64, of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> [AnsweredQuestion] {
        let answer = try await answer(number, of: name, for: requester)
        return zip(answer.question.turn?.takes ?? [], answer.question.answers).map { take, number in
            AnsweredQuestion(number: number, question: answer.question, take: take, sheet: answer.sheet)
        }
    }

    /// The recording of an answer.
    ///
    /// - Throws: `ServiceError`; `notFound` for a typed answer, and for a recording that is not kept.
    public func recording(
        ofAnswer number: Int64, of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> RecordingReader {
        try await attempt {
            let answer = try await found(number, of: name, to: .read, for: requester)
            guard let recording = answer.take.recording,
                let kept = try await archive.records.recordings(of: answer.sheet.number)[recording],
                let id = RecordingID(kept.address), try archive.vault.contains(id)
            else { throw ServiceError.notFound(kind: "recording of the answer", name: "\(number)") }
            return try archive.vault.open(id)
        }
    }

    /// Takes in what the speaker of an answer says that was said, and judges it. What was heard stays beside it.
    ///
    /// - Throws: `ServiceError`; `conflict` while the answer is being heard, `notAllowed` for the candidate of an interview that others hold.
    public func correct(
        _ number: Int64, of name: RecordName, as text: String, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt {
            let answer = try await found(number, of: name, to: .answer, for: requester)
            try requireHolder(to: .rework, answer.sheet, for: requester)
            let words = text.trimmingSpace
            guard !words.isEmpty, words.utf8.count <= Self.limitCorrectionBytes else {
                throw ServiceError.invalid(
                    field: "transcript",
                    reason: "It has to say something, and at most \(Self.limitCorrectionBytes) bytes.")
            }
            try await correct(answer, as: words)
            return try await found(number, of: name, to: .read, for: requester)
        }
    }

    private func correct(_ answer: AnsweredQuestion, as words: String) async throws {
        guard let turn = answer.question.turn else { return }
        try await atDesk(of: answer) { desk in
            guard await desk.interview.state.allowed.contains(.correct) else {
                throw InterviewError.notAllowed(.correct, await desk.interview.state)
            }
            try await desk.correct(
                answer.take, of: turn, as: words, by: tools.equipment.judge, at: tools.now)
        }
    }

    /// What is done to judge an answer once more.
    public enum Judging: Sendable {
        /// It is judged.
        case done(AnsweredQuestion)
        /// It is heard and judged in the background.
        case job(JobStatus)
    }

    /// Judges an answer once more: a spoken one is heard again in the background, unless it was corrected; of one that was corrected the
    /// last correction is judged.
    ///
    /// - Throws: `ServiceError`; `notFound` when its recording is not there, `conflict` when its sound is not kept, `notAllowed` for the candidate
    ///   of an interview that others hold.
    public func judgeAgain(
        _ number: Int64, of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> Judging {
        try await attempt {
            let answer = try await found(number, of: name, to: .answer, for: requester)
            try requireHolder(to: .rework, answer.sheet, for: requester)
            guard let turn = answer.question.turn else {
                throw ServiceError.notFound(kind: "answer", name: "\(number)")
            }
            guard answer.sheet.interview.state.allowed.contains(.correct) else {
                throw InterviewError.notAllowed(.correct, answer.sheet.interview.state)
            }
            if let correction = answer.take.corrections?.last {
                try await correct(answer, as: correction.text)
            } else if answer.take.medium == .spoken {
                guard answer.sheet.interview.keepsSound(of: answer.take) else {
                    throw ServiceError.conflict(
                        reason:
                            "The sound of this interview's answers is not kept once they are judged, so this one cannot be heard again: correct its transcript, and it is judged by that."
                    )
                }
                _ = try await recording(ofAnswer: number, of: name, for: requester)
                if let open = try await archive.records.openJob(
                    hearing: answer.take.number, of: turn.number, in: answer.sheet.number),
                    answer.take.heardEvaluation == nil || open.job.judgesAgain == true
                {
                    return .job(try await status(open))
                }
                let place = try await jobs.reserve()
                defer { place.leave() }
                return .job(try await order(answer.take, of: turn, answer.question, for: requester))
            } else {
                let progress = try await turn.judgement(
                    of: answer.take, heard: nil, by: tools.equipment.judge)
                try await atDesk(of: answer) { desk in
                    var changed = await desk.interview
                    try changed.judge(turn: turn.number, take: answer.take.number, as: progress)
                    try await desk.keep(changed)
                }
            }
            return .done(try await found(number, of: name, to: .read, for: requester))
        }
    }

    /// Lets an attempt count in the place of the last one.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is not judged, `notAllowed` for the candidate of an interview that others hold.
    public func choose(
        _ number: Int64, of name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt {
            let answer = try await found(number, of: name, to: .answer, for: requester)
            try requireHolder(to: .rework, answer.sheet, for: requester)
            try await atDesk(of: answer) { desk in
                var changed = await desk.interview
                try changed.choose(
                    turn: answer.question.turn?.number ?? 0, take: answer.take.number)
                try await desk.keep(changed)
            }
            return try await found(number, of: name, to: .read, for: requester)
        }
    }

    // MARK: - Finding

    private func found(
        _ number: Int64, of name: RecordName, to action: AccessAction, for requester: Requester
    ) async throws -> AnsweredQuestion {
        let sheet = try await sheet(name, to: action, for: requester)
        for question in sheet.questions {
            guard let place = question.answers.firstIndex(of: number), let takes = question.turn?.takes,
                takes.indices.contains(place)
            else { continue }
            return AnsweredQuestion(number: number, question: question, take: takes[place], sheet: sheet)
        }
        throw ServiceError.notFound(kind: "answer of this interview", name: "\(number)")
    }

    /// Works on an interview that may be over.
    private func atDesk(
        of answer: AnsweredQuestion, _ work: (InterviewDesk) async throws -> Void
    ) async throws {
        let desk = try await waiting {
            try await InterviewDesk.open(.number(answer.sheet.number), in: archive)
        }
        do { try await work(desk) } catch {
            await desk.close()
            throw error
        }
        await desk.close()
    }
}

extension String {
    /// The text without the white space around it.
    fileprivate var trimmingSpace: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
