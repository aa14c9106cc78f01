public import Accounts
import Archive
import Audio
import Interview
import Practice
public import Records

extension VivaService {
    /// Keeps a place for a spoken answer before it is sent, or refuses it: when there is too much to do already, or the interview is not
    /// there for whoever asks.
    ///
    /// - Returns: The place, to be left when the answer has its job.
    /// - Throws: `ServiceError`.
    public func requireRoomForAnswer(
        in name: RecordName? = nil, for requester: Requester
    ) async throws(ServiceError) -> JobPlace {
        try await attempt {
            if let name { _ = try await sheet(name, to: .answer, for: requester) }
            return try await jobs.reserve()
        }
    }

    /// Takes a spoken answer to a question, in whatever order. When this returns, the recording is on the disk and the answer is kept; it
    /// is heard and judged in the background.
    ///
    /// - Parameters:
    ///   - number: the number of the question.
    ///   - name: the interview, where the one who answers says it as well.
    ///   - repetition: what is done when the question was answered before.
    ///   - beginning: what is done when the interview was planned and not begun.
    /// - Returns: The job that hears it.
    /// - Throws: `ServiceError`: as for an answer in writing; `otherKind` for what is no sound, `tooLarge` for a recording that is too
    ///   long, `invalid` for one that is broken, `noRoom`.
    public func answer(
        _ answer: SpokenAnswer, to number: Int64, of name: RecordName? = nil,
        repetition: InterviewAnswer.Repetition = .takenInPractice,
        beginning: InterviewAnswer.Beginning = .asked, for requester: Requester
    ) async throws(ServiceError) -> JobStatus {
        try await attempt {
            let file = try await gate.passing {
                try await recording(answer.path, name: answer.name, field: answer.field)
            }
            let sheet = try await sheet(ofAnswerTo: number, in: name, beginning, for: requester)
            return try await withRoom(.number(sheet.number)) { room in
                try await put(number, repetition, in: room)
                try await take(file, answer, in: room)
                // While the room is held, nobody else orders it as one that was forgotten.
                let changed = try await self.sheet(sheet.number, shownTo: requester)
                guard let question = changed.question(number), let turn = question.turn,
                    let take = turn.takes.last
                else { throw ServiceError.notFound(kind: "question", name: "\(number)") }
                return try await order(take, of: turn, question, for: requester)
            }
        }
    }

    private func take(_ file: AudioFile, _ answer: SpokenAnswer, in room: PracticeRoom) async throws {
        try await gate.passing {
            do {
                try await room.take(
                    recording: file, code: answer.code,
                    timeTakenSeconds: seconds(answer.time, in: await room.interview),
                    addresses: answer.addresses, limitSeconds: tools.limitRecordingSeconds,
                    incomplete: .refused)
            } catch { throw ServiceError(error, field: answer.field) }
        }
    }

    /// Orders an answer to be heard, once more if it is judged already.
    func order(
        _ take: Take, of turn: Turn, _ question: InterviewQuestion, for requester: Requester
    ) async throws -> JobStatus {
        var job = Job(
            .answer(interview: question.interview, turn: turn.number, take: take.number),
            account: requester.account)
        job.questionNumber = question.number
        job.answerNumber = question.answer(take: take.number)
        if take.heardEvaluation != nil { job.judgesAgain = true }
        return try await status(jobs.add(job))
    }

    /// What became of an answer whose job is done.
    ///
    /// - Throws: `ServiceError`; `notFound` for a job that hears no answer.
    public func answered(
        by job: JobStatus, for requester: Requester
    ) async throws(ServiceError) -> AnsweredQuestion {
        try await attempt {
            let missing = ServiceError.notFound(kind: "answer of job", name: "\(job.number)")
            guard let interview = job.kept.job.interview, let place = job.kept.job.answer else {
                throw missing
            }
            let sheet = try await sheet(.number(interview), to: .read, for: requester)
            guard let question = sheet.questions.first(where: { $0.turn?.number == place.turn }),
                let take = question.turn?.take(place.take), let number = question.answer(take: place.take)
            else { throw missing }
            return AnsweredQuestion(number: number, question: question, take: take, sheet: sheet)
        }
    }

    /// A recording that was sent, found to be sound of a length that is taken.
    ///
    /// - Throws: `ServiceError`.
    func recording(_ path: String, name: String, field: String) async throws(ServiceError) -> AudioFile {
        do {
            let file = try await AudioFile.open(.file(path: path), name: name)
            if let seconds = file.info.durationSeconds, seconds > tools.limitRecordingSeconds {
                throw RecordingTooLong(limitSeconds: tools.limitRecordingSeconds)
            }
            return file
        } catch { throw ServiceError(error, field: field) }
    }
}
