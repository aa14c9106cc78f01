import Accounts
import Archive
import FoundationEssentials
import Interview
import Records
import Service
import Web

/// People, for admins.
enum AdminPeople {
    /// Somebody, with how much is kept about the person.
    private struct Detail: Sendable {
        let kept: KeptRecord<Person>
        let holdings: Holdings
    }

    private static let role = RequestField<PersonRole?>(optional: "role", "Only who do this.")

    private static let name = RequestField<String>(
        "name", "What the person is called.", schema: .text(length: 1...200))
    private static let newName = RequestField<String?>(
        changing: "name", "What the person is called.", schema: .text(length: 1...200))
    private static let email = RequestField<String?>(
        optional: "email", "Where mail reaches the person.", schema: .text(length: 3...254))
    private static let does = RequestField<PersonRole>("role", "What the person does.", usual: .candidate)
    private static let newRole = RequestField<PersonRole?>(changing: "role", "What the person does.")
    private static let notes = RequestField<String?>(optional: "notes", "Remarks.")

    private static let fields: [ReplyField<KeptRecord<Person>>] = [
        ReplyField("id", "The number.") { $0.number },
        ReplyField("uuid", "The UUID.") { $0.value.id },
        ReplyField("name", "What the person is called.") { $0.value.name },
        ReplyField("email", "Where mail reaches the person.") { $0.value.email },
        ReplyField("role", "What the person does.", schema: PersonRole.requestSchema) {
            $0.value.role.rawValue
        },
        ReplyField("organization_id", "The number of the organization.") { $0.value.organization },
        ReplyField("notes", "Remarks.") { $0.value.notes },
        ReplyField("created_at", "When the person was first kept.") { $0.createdAt },
        ReplyField("updated_at", "When the person was last changed.") { $0.updatedAt },
    ]

    private static let row = ReplyForm("AdminPerson", fields)

    private static let detail = ReplyForm<Detail>(
        "AdminPersonDetail",
        fields.map { $0.of(\Detail.kept) } + [
            ReplyField("interviews", "In how many interviews the person answers.") {
                $0.holdings.interviews.count
            },
            ReplyField("resumes", "How many resumes there are.") { $0.holdings.resumes },
            ReplyField("accounts", "How many accounts the person has.") { $0.holdings.accounts },
            ReplyField("files", "How many recordings and other files are kept.") {
                $0.holdings.files.count
            },
        ])

    private static let erasure = ReplyForm<(interviews: Int, files: Int, bytes: Int)>(
        "AdminErasure",
        [
            ReplyField("interviews", "How many interviews were deleted.") { $0.interviews },
            ReplyField("files", "How many recordings and other files were removed.") { $0.files },
            ReplyField("bytes", "The length of their content.") { $0.bytes },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        let get: @Sendable (RecordName, Caller) async throws -> Detail = {
            let found = try await admin.person($0, for: $1)
            return Detail(kept: found.kept, holdings: found.holdings)
        }
        return AdminResource(
            "people", title: "People", noun: "person",
            about: "Candidates, interviewers, recruiters and admins, whether they have an account or not.",
            row: row, columns: ["id", "name", "email", "role", "organization_id", "created_at"],
            filters: [role, AdminFields.ofOrganization], label: { $0.value.name },
            list: { values, caller in
                try await admin.people(
                    PersonFilter(
                        role: values[role], organization: values[AdminFields.ofOrganization],
                        text: values.search), page: values.page, for: caller)
            },
            detail: AdminDetail(
                form: detail, number: { $0.kept.number }, label: { $0.kept.value.name }, get: get,
                adding: .init(
                    RequestForm(
                        "AdminNewPerson", [name, email, does, AdminFields.organization, notes]),
                    reply: detail, number: { $0.kept.number }
                ) { values, caller in
                    let kept = try await admin.addPerson(
                        Person(
                            id: UUID().uuidString.lowercased(), name: values[name], email: values[email],
                            role: values[does],
                            organization: values[AdminFields.organization] ?? caller.requester.organization,
                            notes: values[notes]), by: caller)
                    return try await get(.number(kept.number), caller)
                },
                changing: .init(
                    form: RequestForm(
                        "AdminPersonEdit", [newName, email, newRole, AdminFields.organization, notes])
                ) { number, values, caller in
                    let kept = try await admin.changePerson(number, values.names, by: caller) { person in
                        if let name = values[newName] { person.name = name }
                        if let role = values[newRole] { person.role = role }
                        person.email = values.changed(email, from: person.email)
                        person.notes = values.changed(notes, from: person.notes)
                        person.organization = values.changed(
                            AdminFields.organization, from: person.organization)
                    }
                    return try await get(.number(kept.number), caller)
                },
                deleting: .init(
                    consequences: { detail in
                        AdminRow.Consequences(
                            goes: [
                                AdminCount.of(detail.holdings.resumes, "resume"),
                                AdminCount.of(detail.holdings.accounts, "account"),
                            ],
                            stays: [
                                AdminCount.of(detail.holdings.interviews.count, "interview")
                                    + ", which will be nobody's"
                            ])
                    }, work: { try await admin.deletePerson($0, by: $1) }),
                actions: [
                    AdminAction(
                        "erase", "Erase with all interviews",
                        "Deletes the person with every interview in which the person answers, its recordings and reports, the resumes and the account, for good.",
                        reply: erasure, showsReply: true
                    ) { number, _, caller in
                        let erased = try await admin.erasePerson(number, by: caller)
                        return (erased.interviews, erased.files, erased.bytes)
                    }
                ]))
    }
}
