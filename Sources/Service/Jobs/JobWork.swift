import Archive
import Audio
import Delivery
import Evaluation
import FoundationEssentials
import Interview
import Practice
import Recordings
import Records
import Signal
import Speech

/// Does jobs: hears recordings, and judges the answers among them.
///
/// Whatever a job did is done again without harm: an answer that is judged already is left as it is, unless the job is to judge it again.
struct JobWork: Sendable {
    let archive: Archive
    let tools: InterviewTools
    private let judged = JudgedMeanwhile()

    private var patience: Duration { .seconds(tools.jobs.pauses.patienceSeconds) }

    init(archive: Archive, tools: InterviewTools) {
        self.archive = archive
        self.tools = tools
    }

    /// Does a job.
    func perform(_ job: Job) async -> JobOutcome {
        do {
            switch job.work {
            case .answer(let interview, let turn, let take):
                return try await hear(interview, turn: turn, take: take, again: job.judgesAgain == true)
            case .transcript(let recording, _): return .heard(try await speech(in: recording))
            }
        } catch {
            // What a job that is stopped failed with says nothing about it.
            guard !Task.isCancelled, !(error is CancellationError) else { return .notNow }
            switch JobFailure(error) {
            case .inTheWay: return .notNow
            case .passing(let reason):
                note(error, job)
                return .hindered(reason: reason)
            case .lasting(let reason):
                note(error, job)
                return .failed(reason: reason)
            }
        }
    }

    private func note(_ error: any Error, _ job: Job) {
        switch job.work {
        case .answer(let interview, let turn, let take):
            tools.equipment.notice(
                "Answer \(turn).\(take) of interview \(interview) could not be heard and judged: \(error)")
        case .transcript: tools.equipment.notice("A recording could not be written down: \(error)")
        }
    }

    /// Forgets jobs that were over long ago, brings deletions to their end, removes what crashes have left of what was sent or heard, and notes in answers that their
    /// jobs were given up. What cannot be done of these keeps nothing else from being done.
    func tidy() async {
        await trying { try await archive.forgetOldJobs() }
        await trying { try await archive.finishRemovals() }
        await trying { try archive.removeUnheldUploads() }
        var givenUp: [GivenUpAnswer] = []
        await trying { givenUp = try await archive.records.givenUpAnswers() }
        for answer in givenUp {
            await trying {
                try await keep(
                    .failed(reason: answer.reason), answer.interview, turn: answer.turn, take: answer.take)
            }
        }
    }

    private func trying(_ work: () async throws -> Void) async {
        do { try await work() } catch {
            // Of an answer that somebody is at work on it is noted another time.
            guard !Task.isCancelled, JobFailure(error) != .inTheWay else { return }
            tools.equipment.notice("Work that is over could not be tidied up: \(error)")
        }
    }

    // MARK: - Answers

    private func hear(
        _ number: Int64, turn: Int, take: Int, again isAgain: Bool
    ) async throws -> JobOutcome {
        try await requireFree(number)
        let kept = try await archive.records.interview(.number(number))
        let interview = kept.interview
        // It was judged, and the program ended before the job could say so; or whoever held the interview judged it.
        if let take = interview.turn(turn)?.take(take),
            (take.heardEvaluation != nil && !isAgain) || !interview.keepsSound(of: take)
        {
            await putFollowUp(in: number, after: turn)
            return .done(text: nil)
        }
        guard let turn = interview.turn(turn), let take = turn.take(take), let name = take.recording,
            let recording = try await archive.records.recordings(of: number)[name]
        else {
            throw ServiceError.notFound(kind: "recording of the answer", name: "\(turn).\(take)")
        }
        let key = JudgedMeanwhile.Key(
            interview: number, turn: turn.number, take: take.number, recording: recording.address)
        let progress: Take.Progress
        if let known = judged.take(key) {
            progress = known
        } else {
            progress = try await judgement(
                of: take, to: turn, recording.address, role: interview.plan.preferences.role)
        }
        do { try await keep(progress, number, turn: turn.number, take: take.number) } catch {
            judged.put(progress, of: key)
            throw error
        }
        if case .failed(let reason) = progress { return .failed(reason: reason) }
        await putFollowUp(in: number, after: turn.number)
        return .done(text: nil)
    }

    /// Refuses to hear for an interview that somebody has: what came of it could not be noted.
    private func requireFree(_ number: Int64) async throws {
        let desk = try await tools.waiting(patience) {
            try await InterviewDesk.open(.number(number), in: archive)
        }
        await desk.close()
    }

    /// What becomes of an answer; a failure that would come again is one of the answer.
    ///
    /// - Throws: What may go well another time.
    private func judgement(
        of take: Take, to turn: Turn, _ recording: String, role: String?
    ) async throws -> Take.Progress {
        do {
            let heard = try await analysis(of: recording, context: turn.hearingContext(role: role))
            return try await turn.judgement(of: take, heard: heard, by: tools.equipment.judge)
        } catch {
            guard !Task.isCancelled, !(error is CancellationError),
                case .lasting(let reason) = JobFailure(error)
            else { throw error }
            tools.equipment.notice("Answer \(turn.number).\(take.number) could not be heard: \(error)")
            return .failed(reason: reason)
        }
    }

    private func keep(
        _ progress: Take.Progress, _ interview: Int64, turn: Int, take: Int
    ) async throws {
        let desk = try await tools.waiting(patience) {
            try await InterviewDesk.open(.number(interview), in: archive)
        }
        do {
            var changed = await desk.interview
            try changed.judge(turn: turn, take: take, as: progress)
            try await desk.keep(changed)
        } catch {
            await desk.close()
            throw error
        }
        await desk.close()
    }

    /// Puts the follow-up that an answer calls for, where nobody has gone on meanwhile.
    private func putFollowUp(in number: Int64, after turn: Int) async {
        do {
            let interview = try await archive.records.interview(.number(number)).interview
            guard interview.current?.number == turn, interview.followUpDue != nil else { return }
            let room = try await tools.waiting {
                try await PracticeRoom.resume(
                    .number(number), bank: try QuestionBank([]), equipment: tools.equipment,
                    archive: archive, hearing: .elsewhere)
            }
            do { _ = try await room.putFollowUp() } catch {
                await room.leave()
                throw error
            }
            await room.leave()
        } catch {
            // The answer is judged; who asks for the next question gets one all the same.
            if !Task.isCancelled { tools.equipment.notice("No follow-up could be asked: \(error)") }
        }
    }

    // MARK: - Hearing

    /// What is said in a recording that is no answer.
    private func speech(in address: String) async throws -> HeardSpeech {
        let analysis = try await analysis(of: address, context: nil)
        return HeardSpeech(
            text: analysis.transcript.text, durationSeconds: analysis.quality.durationSeconds,
            hearing: JudgedAnswer(spoken: analysis).hearing)
    }

    private func analysis(of address: String, context: HearingContext?) async throws -> AnswerAnalysis {
        guard let id = RecordingID(address) else {
            throw ServiceError.notFound(kind: "recording", name: address)
        }
        let copy = try archive.heldCopy(of: id)
        defer { withExtendedLifetime(copy) {} }
        let file = try await AudioFile.open(.file(path: copy.path), name: "The recording")
        let ear = try await PooledRecognizer(pool: tools.hearing, context: context)
        let analyzer = AnswerAnalyzer(
            recognizers: [any Recognizer](repeating: ear, count: max(1, tools.jobs.workers)))
        return try await analyzer.analyze(file.buffers())
    }
}
