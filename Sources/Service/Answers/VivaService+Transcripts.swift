public import Accounts
import Archive
import Audio
import Interview
import Practice
import Records
import Speech

extension VivaService {
    /// Takes a recording to be written down. When this returns, it is on the disk and the job is kept.
    ///
    /// - Parameters:
    ///   - path: where the recording is; it stays there.
    ///   - field: the field of the request that it came in, for messages.
    ///   - fileName: the name of the file as whoever sends it calls it; empty when they said none.
    /// - Returns: The job that hears it; its transcript is kept for a day.
    /// - Throws: `ServiceError`: `otherKind` for what is no sound, `tooLarge` for a recording that is too long, `invalid` for one that is
    ///   broken, `noRoom`.
    public func transcribe(
        _ path: String, field: String, fileName: String, for requester: Requester
    ) async throws(ServiceError) -> JobStatus {
        let name = SpokenAnswer(path: path, field: field, fileName: fileName).name
        return try await attempt {
            try await gate.passing { try await requireWhole(path, name: name, field: field) }
            let account = requester.account
            let kept = try await archive.keep(recording: path) { address in
                Job(.transcript(recording: address, fileName: fileName), account: account)
            }
            await jobs.ring()
            return try await status(kept)
        }
    }

    /// Refuses a recording that is too long, or not whole. What a header says of the length may be wrong.
    private func requireWhole(_ path: String, name: String, field: String) async throws(ServiceError) {
        let file = try await recording(path, name: name, field: field)
        do {
            let buffers = try file.buffers()
            while let buffer = try await buffers.next() {
                guard buffer.time.endSeconds <= tools.limitRecordingSeconds else {
                    throw RecordingTooLong(limitSeconds: tools.limitRecordingSeconds)
                }
            }
            if let refusal = RecordingIncomplete(await buffers.report) { throw refusal }
        } catch { throw ServiceError(error, field: field) }
    }
}
