public import Accounts
import Archive
import Audio
import FoundationEssentials
public import Interview
import Practice
public import Records
import Speech

extension VivaService {
    /// Adds a message with its recording to the conversation of an interview. Where the sound of answers is not kept, that of messages is
    /// not either.
    ///
    /// - Parameter recording: the recording that was sent; nobody hears it.
    /// - Throws: `ServiceError`: as for a message without one; `otherKind` for what is no sound, `tooLarge` for a recording that is too
    ///   long, `invalid` for one that is broken, `noRoom`. Nothing is kept then.
    public func say(
        _ text: String, as speaker: Message.Speaker, about question: Int64? = nil,
        recording: SpokenAnswer, in name: RecordName, for requester: Requester
    ) async throws(ServiceError) -> ConversationEntry {
        try await attempt {
            let sheet = try await sheetOfMessage(by: speaker, in: name, for: requester)
            let copy = "\(archive.uploadFolder)/\(UUID().uuidString)"
            try await gate.passing { try await write(recording, to: copy) }
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let message = Message(speaker: speaker, text: text, date: tools.now)
            let interview = RecordName.number(sheet.number)
            guard sheet.interview.details.keepsAudio else {
                return try await archive.records.say(message, about: question, in: interview)
            }
            return try await archive.say(message, recording: copy, about: question, in: interview)
        }
    }

    /// Writes a recording as others are kept: one channel of 16 kHz, whole or not at all.
    private func write(_ recording: SpokenAnswer, to path: String) async throws {
        let file = try await self.recording(recording.path, name: recording.name, field: recording.field)
        do {
            let writer = try WAVWriter(path: path, sampleRateHz: AudioBuffer.sampleRateHz)
            do {
                let buffers = try file.buffers()
                while let buffer = try await buffers.next() {
                    guard buffer.time.endSeconds <= tools.limitRecordingSeconds else {
                        throw RecordingTooLong(limitSeconds: tools.limitRecordingSeconds)
                    }
                    try await writer.append(buffer.samples)
                }
                if let refusal = RecordingIncomplete(await buffers.report) { throw refusal }
            } catch {
                // The first failure is the one to tell.
                try? await writer.discard()
                throw error
            }
            try await writer.finish()
        } catch { throw ServiceError(error, field: recording.field) }
    }
}
