import FoundationEssentials
import Interview
import Records
import Service
import Web

/// What was said in interviews, for admins: questions and answers go with their interview, messages alone.
enum AdminConversations {
    private static let interview = AdminFields.number("interview_id", "Only of this interview.")
    private static let words = RequestField<String?>(
        changing: "message", "The words.", schema: .text(length: 1...Message.limitCharacters))

    private static let form = ReplyForm<ConversationEntry>(
        "AdminConversation",
        [
            ReplyField("id", "Its number; what was said later has a higher one.") { $0.number },
            ReplyField("interview_id", "The number of the interview.") { $0.interview },
            ReplyField(
                "speaker", "Who said it.", schema: .choice(Message.Speaker.allCases.map(\.rawValue))
            ) { $0.speaker.rawValue },
            ReplyField("message", "The words.", schema: .text(length: 0...Int.max)) { $0.text },
            ReplyField("is_message", "Whether it is a message beside the questions and the answers.") {
                $0.isMessage
            },
            ReplyField("question", "The number of the interview's question that it is, answers or is about.")
            {
                $0.question
            },
            ReplyField("has_recording", "Whether its recording is kept.") { $0.recording != nil },
            ReplyField("audio", "Where others keep its sound.") { $0.audio },
            ReplyField("timestamp", "When it was said.") { $0.date },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "conversations", title: "Conversations", noun: "conversation",
            about:
                "What was said in interviews: questions, answers and messages beside them, which can be changed and deleted.",
            row: form,
            columns: [
                "id", "interview_id", "speaker", "message", "is_message", "has_recording", "timestamp",
            ],
            filters: [interview], label: { "Conversation \($0.number)" },
            list: {
                try await admin.conversations(
                    interview: $0[interview], text: $0.search, page: $0.page, for: $1)
            },
            detail: AdminDetail(
                form: form, number: { $0.number }, label: { "Conversation \($0.number)" },
                get: { try await admin.conversation($0, for: $1) },
                changing: .init(form: RequestForm("AdminConversationEdit", [words])) {
                    number, values, caller in
                    try await admin.changeMessage(number, text: values[words], by: caller)
                },
                deleting: .init(
                    consequences: { entry in
                        AdminRow.Consequences(
                            goes: entry.recording == nil
                                ? [] : ["its recording, unless something else names it"],
                            stays: ["the interview"])
                    }, work: { try await admin.deleteMessage($0, by: $1) })))
    }
}
