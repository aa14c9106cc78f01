import Accounts
import FoundationEssentials
import HTTPTypes
import Interview
import Records
import Service
import Web

/// What was said in sessions: the questions that were put, the answers to them, and messages that were written beside them.
struct ConversationEndpoints: Sendable {
    /// Who says something here.
    enum Speaker: String, RequestValue, ReplyValue, CaseIterable {
        case ai, student

        init(_ speaker: Message.Speaker) { self = speaker == .candidate ? .student : .ai }

        var canonical: Message.Speaker { self == .ai ? .interviewer : .candidate }
    }

    private static let root = "/api/conversations/"
    private static let tag = "conversations"

    private static let session = RequestField<RecordName>("session", "The session: its number or its UUID.")
    private static let question = RequestField<Int64?>(
        optional: "question", "The number of the question that it is about.")
    private static let speaker = RequestField<Speaker>("speaker", "Who says it.")
    private static let message = RequestField<String>(
        "message", "The words.", schema: .text(length: 1...Message.limitCharacters))
    private static let audio = RequestField<String?>(
        optional: "audio_file", "Where its sound is; kept as it is and never fetched.",
        schema: .text(length: 0...2_000))
    private static let making = RequestForm(
        "ConversationRequest", [session, question, speaker, message, audio],
        ignoring: ["id", "session_id", "timestamp"])
    private static let sound = UploadField(
        "audio_file", "Its recording, of the formats that answers may have; kept, and not heard.",
        limitBytes: SoundFields.limitBytes)
    private static let speaking = UploadForm(
        "SpokenConversationRequest", [session, question, speaker, message], files: [sound])

    private static let form = ReplyForm<ConversationEntry>(
        "Conversation",
        [
            ReplyField("id", "Its number; what was said later has a higher one.") { $0.number },
            ReplyField("session", "The number of the session.") { $0.interview },
            ReplyField("session_id", "The UUID of the session.", schema: .text(format: .uuid)) {
                $0.interviewID
            },
            ReplyField("question", "The number of the question that it is, answers or is about.") {
                $0.question
            },
            ReplyField("speaker", "Who said it.") { Speaker($0.speaker) },
            ReplyField("message", "The words; empty for a recording that was not heard yet.") { $0.text },
            ReplyField("audio_file", "The address of its sound; `null` for what was written.") {
                $0.recording == nil ? $0.audio : "\(root)\($0.number)/audio/"
            },
            ReplyField("timestamp", "When it was said.") { $0.date },
        ])

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, Self.root, of: Self.tag, "List what was said, in its order", name: "listConversations",
                query: [SessionFields.ofSession, ListFields.limit, ListFields.offset],
                reply: .part(Self.form), refusals: [404: "There is no such session."]
            ) { call in
                let page = try await service.conversationEntries(
                    of: call.query[SessionFields.ofSession], page: call.part, for: call.requester)
                return ListPart(page, of: call)
            },
            Endpoint(
                .post, Self.root, of: Self.tag, "Add a message to a session", name: "createConversation",
                body: Self.making, upload: Self.speaking, reply: .one(Self.form, status: .created),
                refusals: [409: "The session is over."]
            ) { call in try await add(call) },
            Endpoint(
                .get, Self.root + "{id}/", of: Self.tag, "Show what was said", name: "showConversation",
                reply: .one(Self.form)
            ) { call in try await service.conversationEntry(call.number(), for: call.requester) },
            Endpoint(
                .get, Self.root + "{id}/audio/", of: Self.tag, "The recording of what was said",
                name: "conversationAudio", reply: .file(["audio/wav"], "The recording."),
                refusals: [416: "The recording has none of the bytes that were asked for."]
            ) { call in
                let reader = try await service.recording(ofEntry: call.number(), for: call.requester)
                return try await FileReply(reader, as: "audio/wav").response(to: call.request)
            },
        ]
    }

    private func add(_ call: Call) async throws -> ConversationEntry {
        do {
            if call.isForm {
                let file = try call.file(Self.sound)
                return try await service.say(
                    call.body[Self.message], as: call.body[Self.speaker].canonical,
                    about: call.body[Self.question],
                    recording: SpokenAnswer(path: file.path, field: Self.sound.name, fileName: file.name),
                    in: call.body[Self.session], for: call.requester)
            }
            return try await service.say(
                call.body[Self.message], as: call.body[Self.speaker].canonical,
                about: call.body[Self.question], audio: call.body[Self.audio].flatMap(\.unlessEmpty),
                in: call.body[Self.session], for: call.requester)
        } catch let error as ServiceError {
            guard case .notFound(kind: "interview", _) = error else { throw error }
            throw ServiceError.invalid(
                field: "session", reason: "There is no session \(call.body[Self.session]).")
        }
    }
}
