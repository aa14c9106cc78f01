import Archive
import Interview
import Practice
import Records
import Storage

extension VivaService {
    /// Works on an interview that goes on, and begins one that was planned. An answer whose judgement was broken off is judged first.
    /// Of several who work on one interview at once each waits for those before, for at most `InterviewTools.longestWait`.
    ///
    /// - Throws: `ServiceError.busy`; `conflict` for one that is over; what `work` throws.
    func withRoom<Value>(
        _ name: RecordName, bank: QuestionBank? = nil, _ work: (PracticeRoom) async throws -> Value
    ) async throws -> Value {
        let bank = try bank ?? QuestionBank([])
        let room = try await waiting {
            try await PracticeRoom.resume(
                name, bank: bank, equipment: tools.equipment, archive: archive)
        }
        let result: Result<Value, any Error>
        do {
            if await room.interview.phase == .analysing { _ = try await room.judge() }
            result = .success(try await work(room))
        } catch { result = .failure(error) }
        await room.leave()
        return try result.get()
    }

    /// Tries something again while another one works on the same interview.
    ///
    /// - Throws: `ServiceError.busy` when that takes too long, and what `work` throws.
    func waiting<Value>(_ work: () async throws -> Value) async throws -> Value {
        let end = ContinuousClock.now + tools.longestWait
        var pause = Duration.milliseconds(5)
        while true {
            do { return try await work() } catch {
                guard case .busy = ServiceError(error), ContinuousClock.now < end else {
                    throw ServiceError(error)
                }
            }
            try await Task.sleep(for: pause)
            pause = min(pause * 2, .milliseconds(100))
        }
    }
}
