import HTTPTypes
import Interview
import Records
import Service
import Web

/// The fields of a form in which a recording comes.
enum SoundFields {
    /// How many bytes a recording may have; the limit of uploads as a whole may be lower.
    static let limitBytes = 1 << 32
    static let audio = UploadField(
        "audio", "The answer as a recording: WAV, FLAC, Ogg, MP3, or with ffmpeg on the server WebM and M4A.",
        limitBytes: limitBytes, isRequired: false)
    static let audioFile = UploadField(
        "audio_file", "The same as `audio`.", limitBytes: limitBytes, isRequired: false)

    /// The recording of a form; `nil` when there is none.
    ///
    /// - Throws: `APIError` with status 400 when there are two.
    static func sound(of call: Call) throws(APIError) -> (file: UploadedFile, field: String)? {
        let audio = call.optionalFile(audio)
        let other = call.optionalFile(audioFile)
        guard audio == nil || other == nil else {
            throw APIError(
                .badRequest, "There are two recordings: send audio or audio_file.",
                faults: [SchemaFault(audioFile.name, "must not stand beside audio")])
        }
        return audio.map { ($0, Self.audio.name) } ?? other.map { ($0, audioFile.name) }
    }

    /// The spoken answer of a form; `nil` when there is none.
    ///
    /// - Parameter text: what the form says in writing, which must be nothing beside a recording.
    static func answer(
        of call: Call, text: (field: String, value: String?), code: String? = nil,
        time: InterviewAnswer.Time, addresses: AnswerAddresses? = nil
    ) throws(APIError) -> SpokenAnswer? {
        guard let sound = try sound(of: call) else { return nil }
        guard text.value?.unlessEmpty == nil else {
            throw APIError(
                .badRequest, "The answer is there in writing and as a recording: send one of them.",
                faults: [SchemaFault(text.field, "must not stand beside a recording")])
        }
        return SpokenAnswer(
            path: sound.file.path, field: sound.field, fileName: sound.file.name, code: code, time: time,
            addresses: addresses)
    }
}
