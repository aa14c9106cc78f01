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
/// Whatever a job did is done again without harm: an answer that was judged is judged once more.
struct JobWork: Sendable {
    let archive: Archive
    let tools: InterviewTools

    /// For how many seconds it is remembered what became of a job.
    static let memorySeconds = 86_400.0
    /// How long an answer that was heard waits for others who work on its interview.
    private static let patience = Duration.seconds(30)

    /// Does a job.
    func perform(_ job: Job) async -> JobOutcome {
        do {
            switch job.work {
            case .answer(let interview, let turn, let take):
                return try await hear(interview, turn: turn, take: take)
            case .transcript(let recording, _): return .heard(try await speech(in: recording))
            }
        } catch {
            // What a job that is stopped failed with says nothing about it.
            guard !Task.isCancelled, !(error is CancellationError) else { return .notNow }
            let error = ServiceError(error)
            if case .busy = error { return .notNow }
            return .failed(reason: error.description)
        }
    }

    /// Notes in answers that their jobs were given up, and forgets jobs that were over long ago.
    func tidy() async {
        do {
            for job in try await archive.records.givenUpAnswers() {
                guard let interview = job.job.interview, let answer = job.job.answer else { continue }
                try await keep(
                    .failed(reason: job.reason ?? ""), interview, turn: answer.turn, take: answer.take)
            }
            try await archive.forgetJobs(overBefore: Date() - Self.memorySeconds)
        } catch {
            guard !Task.isCancelled else { return }
            tools.equipment.notice("Work that is over could not be tidied up: \(error)")
        }
    }

    // MARK: - Answers

    private func hear(_ number: Int64, turn: Int, take: Int) async throws -> JobOutcome {
        let kept = try await archive.records.interview(.number(number))
        guard let turn = kept.interview.turn(turn), let take = turn.take(take), let name = take.recording,
            let recording = try await archive.records.recordings(of: number)[name]
        else {
            throw ServiceError.notFound(kind: "recording of the answer", name: "\(turn).\(take)")
        }
        let progress: Take.Progress
        do {
            let heard = try await analysis(
                of: recording.address,
                context: turn.hearingContext(role: kept.interview.plan.preferences.role))
            progress = try await turn.judgement(of: take, heard: heard, by: tools.equipment.judge)
        } catch {
            guard !Task.isCancelled, !(error is CancellationError) else { return .notNow }
            progress = .failed(reason: "\(error)")
        }
        try await keep(progress, number, turn: turn.number, take: take.number)
        if case .failed(let reason) = progress { return .failed(reason: reason) }
        await putFollowUp(in: number, after: turn.number)
        return .done(text: nil)
    }

    private func keep(
        _ progress: Take.Progress, _ interview: Int64, turn: Int, take: Int
    ) async throws {
        let desk = try await tools.waiting(Self.patience) {
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
        try FileManager.default.createDirectory(
            atPath: archive.uploadFolder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let path = "\(archive.uploadFolder)/\(UUID().uuidString.lowercased())"
        try archive.vault.copy(id, to: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try await AudioFile.open(.file(path: path), name: "The recording")
        let ear = try await PooledRecognizer(pool: tools.hearing, context: context)
        let analyzer = AnswerAnalyzer(
            recognizers: [any Recognizer](repeating: ear, count: max(1, tools.jobs.workers)))
        return try await analyzer.analyze(file.buffers())
    }
}
