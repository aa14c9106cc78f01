import HTTPTypes
import Interview
import Records
import Service
import Web

/// A recording is written down: as the answer to the current question of a session, or for its text alone.
struct VoiceToTextEndpoint: Sendable {
    static let path = "/api/conversations/voice_to_text/"

    /// The service.
    let service: VivaService

    private static let session = RequestField<RecordName?>(
        optional: "session_id",
        "The session, by its number or its UUID, whose current question is answered; left out, only the text is wanted."
    )
    private static let form = UploadForm(
        "VoiceToTextRequest", [session], files: [SoundFields.audioFile, SoundFields.audio])

    /// What came of a recording.
    private struct Heard: Sendable {
        var speech: HeardSpeech
        var answered: AnsweredQuestion?
    }

    private static let speech: [ReplyField<Heard>] = SpeechReply.fields.map {
        ReplyField($0, of: { $0.speech })
    }

    private static let reply = ReplyForm<Heard>(
        "VoiceToText",
        speech + [
            ReplyField("transcript", "The same as `text`.") { $0.speech.text },
            ReplyField("session", "The number of the session; `null` without one.") {
                $0.answered?.sheet.number
            },
            ReplyField(
                "session_id", "The UUID of the session; `null` without one.",
                schema: .nullable(.text(format: .uuid))
            ) { $0.answered?.sheet.interview.id },
            ReplyField("question_id", "The number of the question that was answered; `null` for none.") {
                $0.answered?.question.number
            },
            ReplyField("answer_id", "The number of the answer; `null` for none.") { $0.answered?.number },
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, Self.path, of: "conversations", "Convert audio to text", name: "voiceToText",
                upload: Self.form, reply: .oneOrJob(Self.reply),
                refusals: [
                    404: "There is no such session.",
                    409: "The session has no question that is to be answered.",
                ], admit: { try await service.requireRoomForAnswer(for: $0.requester) }
            ) { call in try await hear(call) }
        ]
    }

    private func hear(_ call: Call) async throws -> Accepted<Heard> {
        guard let sound = try SoundFields.sound(of: call) else {
            throw APIError(
                .badRequest, "audio_file is required.",
                faults: [SchemaFault(SoundFields.audioFile.name, "is required")])
        }
        let job: JobStatus
        if let session = call.body[Self.session] {
            let next = try await service.nextQuestion(of: session, for: call.requester)
            guard let question = next.question else {
                throw APIError(.conflict, "The session \(session) has no question that is to be answered.")
            }
            job = try await service.answer(
                SpokenAnswer(
                    path: sound.file.path, field: sound.field, fileName: sound.file.name,
                    time: .sinceTheLastStep), to: question.number, of: session, for: call.requester)
        } else {
            job = try await service.transcribe(
                sound.file.path, field: sound.field, fileName: sound.file.name, for: call.requester)
        }
        let ended = try await service.ended(
            job, waitingSeconds: Waiting.seconds(call, usual: Waiting.limitSeconds), for: call)
        guard ended.state == .done else { return .job(ended) }
        if let speech = ended.kept.job.heard { return .done(Heard(speech: speech)) }
        let answered = try await service.answered(by: ended, for: call.requester)
        guard let speech = HeardSpeech(answered.take) else { return .job(ended) }
        return .done(Heard(speech: speech, answered: answered))
    }
}
