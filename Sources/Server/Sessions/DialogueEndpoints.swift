import Accounts
import HTTPTypes
import Interview
import Records
import Service
import Web

/// A session that is held question by question, as one talks: a greeting, answers and what is said to them, and closing words.
struct DialogueEndpoints: Sendable {
    private static let action = RequestField<DialogueAction>(
        "action", "Take the session up, answer, or end it.")
    private static let session = RequestField<RecordName>(
        "session_id", "The session: its UUID or its number.")
    private static let response = RequestField<String?>(
        optional: "student_response", "The answer; needed to `respond`.", schema: .text(length: 1...20_000))
    private static let question = RequestField<Int64?>(
        optional: "question_id",
        "The number of the question that is answered, the `id` of `question` in the last reply: with it an answer that is sent again is refused and never taken for one to the next question; left out, the question at hand."
    )
    private static let form = RequestForm("AIInterviewRequest", [action, session, response, question])

    /// The service.
    let service: VivaService

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/api/ai-interview/", of: "ai-interview", "Hold a session question by question",
                name: "aiInterview", body: Self.form, reply: .one(DialogueReply.form),
                refusals: [
                    404: "There is no such session, or none that may be seen.",
                    409:
                        "It does not fit the state of the session, the question or all of them were answered, or another answer is being taken.",
                ]
            ) { call in try await answer(call) }
        ]
    }

    private func answer(_ call: Call) async throws -> DialogueReply {
        let name = call.body[Self.session]
        let student = try await service.session(name, for: call.requester).student?.name
        switch call.body[Self.action] {
        case .initialize:
            return DialogueReply(
                takingUp: try await service.takeUp(name, for: call.requester), student: student)
        case .respond:
            guard let text = call.body[Self.response]?.unlessEmpty else {
                throw ServiceError.invalid(
                    field: "student_response", reason: "It is required to respond: give the answer.")
            }
            return DialogueReply(
                to: try await service.respond(
                    text, to: call.body[Self.question], in: name, for: call.requester))
        case .end:
            return DialogueReply(
                ending: try await service.close(name, for: call.requester, from: call.address),
                student: student)
        }
    }
}
