import Archive
import Interview
import Practice
import Records
import Storage

extension VivaService {
    /// Works on an interview that goes on, and begins one that was planned. A typed answer whose judgement was broken off is judged first;
    /// spoken ones are heard in the background. Of several who work on one interview at once each waits for those before, for at most `InterviewTools.longestWait`.
    ///
    /// - Throws: `ServiceError.busy`; `conflict` for one that is over; what `work` throws.
    func withRoom<Value>(
        _ name: RecordName, bank: QuestionBank? = nil, _ work: (PracticeRoom) async throws -> Value
    ) async throws -> Value {
        let bank = try bank ?? QuestionBank([])
        let room = try await waiting {
            try await PracticeRoom.resume(
                name, bank: bank, equipment: tools.equipment, archive: archive, hearing: .elsewhere)
        }
        let result: Result<Value, any Error>
        do {
            try await beginAnew(room)
            result = .success(try await work(room))
        } catch { result = .failure(error) }
        await room.leave()
        return try result.get()
    }

    /// Sees to an answer that somebody was at work on when a program ended.
    private func beginAnew(_ room: PracticeRoom) async throws {
        let interview = await room.interview
        guard interview.phase == .analysing else { return }
        if interview.current?.takes.last?.medium == .typed {
            _ = try await room.judge()
        } else {
            try await jobs.addForgotten(of: room.number)
        }
    }

    /// Tries something again while another one works on the same interview.
    ///
    /// - Throws: `ServiceError.busy` when that takes too long, and what `work` throws.
    func waiting<Value>(_ work: () async throws -> Value) async throws -> Value {
        try await tools.waiting(nil, work)
    }
}
