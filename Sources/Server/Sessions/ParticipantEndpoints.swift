import Accounts
import HTTPTypes
import Interview
import Records
import Service
import Web

/// Interviewers, or students: the people who ask, or who answer. Each are numbered from 1.
struct ParticipantEndpoints: Sendable {
    /// The service.
    let service: VivaService
    /// Which of them.
    let part: Participant.Part

    private static let name = RequestField<String>(
        "name", "The whole name.", schema: .text(length: 1...200))
    private static let email = RequestField<String>(
        "email", "The address for mail.", schema: .text(length: 3...254, format: .email))
    private static let sameEmail = RequestField<String>(
        "email", "The address for mail; empty where it is shown so.", schema: shownEmail)
    private static let otherName = RequestField<String?>(
        changing: "name", "The whole name.", schema: .text(length: 1...200))
    private static let otherEmail = RequestField<String?>(
        changing: "email", "The address for mail; empty where it is shown so.", schema: shownEmail)
    private static let shownEmail = JSONSchema.either(
        [.text(length: 3...254, format: .email), .text(length: 0...0)],
        asked: "an address for mail, or empty where nobody said one")
    private static let shown = ["id", "user", "organization", "created_at"]

    private var noun: String { part.noun }
    private var title: String { noun.prefix(1).uppercased() + noun.dropFirst() }
    private var root: String { "/api/\(noun)s/" }
    private var tag: String { noun + "s" }
    private var whole: RequestForm {
        RequestForm("\(title)Request", [Self.name, Self.email], ignoring: Self.shown)
    }
    private var same: RequestForm {
        RequestForm("\(title)Replacement", [Self.name, Self.sameEmail], ignoring: Self.shown)
    }
    private var some: RequestForm {
        RequestForm("\(title)Change", [Self.otherName, Self.otherEmail], ignoring: Self.shown)
    }

    private var form: ReplyForm<Participant> {
        let account = ReplyField<Participant>("user", "The number of the person's account.") { $0.account }
        return ReplyForm(
            title,
            [ReplyField("id", "The number among the \(noun)s.") { $0.number }]
                + (part == .interviewer ? [account] : []) + [
                    ReplyField("name", "The whole name.") { $0.person.value.name },
                    ReplyField("email", "The address for mail; empty where nobody said.") {
                        $0.person.value.email ?? ""
                    },
                    ReplyField("organization", "The number of the organization.") {
                        $0.person.value.organization
                    },
                    ReplyField("created_at", "When the person was added.") { $0.person.createdAt },
                ])
    }

    var endpoints: [Endpoint] {
        let taken = [409: "Somebody has that address."]
        return [
            Endpoint(
                .get, root, of: tag, "List \(noun)s, the first first", name: "list\(title)s",
                query: [ListFields.limit, ListFields.offset], reply: .part(form)
            ) { call in
                ListPart(
                    try await service.participants(as: part, page: call.part, for: call.requester), of: call)
            },
            Endpoint(
                .post, root, of: tag, "Add \(noun)", name: "add\(title)", body: whole,
                reply: .one(form, status: .created), refusals: taken
            ) { call in
                try await service.add(
                    part, name: call.body[Self.name], email: call.body[Self.email], for: call.requester)
            },
            Endpoint(
                .get, root + "{id}/", of: tag, "Show \(noun)", name: "show\(title)", reply: .one(form)
            ) { call in try await service.participant(call.record(), as: part, for: call.requester) },
            Endpoint(
                .put, root + "{id}/", of: tag, "Change \(noun)", name: "replace\(title)", body: same,
                reply: .one(form), refusals: taken
            ) { call in
                try await change(call, name: call.body[Self.name], email: call.body[Self.sameEmail])
            },
            Endpoint(
                .patch, root + "{id}/", of: tag, "Change some of \(noun)", name: "change\(title)", body: some,
                reply: .one(form), refusals: taken
            ) { call in
                try await change(call, name: call.body[Self.otherName], email: call.body[Self.otherEmail])
            },
            Endpoint(
                .delete, root + "{id}/", of: tag, "Delete \(noun); sessions stay", name: "delete\(title)",
                reply: .nothing(), refusals: [409: "The person has an account."]
            ) { call in try await service.delete(part, call.record(), for: call.requester) },
        ]
    }

    private func change(_ call: Call, name: String?, email: String?) async throws -> Participant {
        try await service.change(part, call.record(), for: call.requester) { person in
            if let name { person.name = name }
            guard let email, email != person.email ?? "" else { return }
            guard !email.isEmpty else {
                throw RecordsError.invalid(
                    field: Self.email.name, reason: "It cannot be taken away: give another address.")
            }
            person.email = email
        }
    }
}
