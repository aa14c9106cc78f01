import Interview
import Records
import Service
import Web

/// Organizations, for admins.
enum AdminOrganizations {
    private static let name = RequestField<String>(
        "name", "What it is called.", schema: .text(length: 1...200))
    private static let newName = RequestField<String?>(
        changing: "name", "What it is called.", schema: .text(length: 1...200))
    private static let notes = RequestField<String?>(optional: "notes", "Remarks.")

    private static let fields: [ReplyField<KeptRecord<Organization>>] = [
        ReplyField("id", "Its number.") { $0.number },
        ReplyField("uuid", "Its UUID.") { $0.value.id },
        ReplyField("name", "What it is called.") { $0.value.name },
        ReplyField("notes", "Remarks.") { $0.value.notes },
        ReplyField("created_at", "When it was made.") { $0.createdAt },
        ReplyField("updated_at", "When it was last changed.") { $0.updatedAt },
    ]

    private static let row = ReplyForm("AdminOrganization", fields)

    private static let detail = ReplyForm<OrganizationDetail>(
        "AdminOrganizationDetail",
        fields.map { $0.of(\OrganizationDetail.kept) } + [
            ReplyField("people", "How many people belong to it.") { $0.extent.people },
            ReplyField("accounts", "How many accounts belong to it.") { $0.extent.accounts },
            ReplyField("interviews", "How many interviews belong to it.") { $0.extent.interviews },
            ReplyField("banks", "How many banks of questions belong to it.") { $0.extent.banks },
            ReplyField("templates", "How many templates belong to it.") { $0.extent.templates },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "organizations", title: "Organizations", noun: "organization",
            about: "Companies, schools and groups that people and interviews belong to.", row: row,
            columns: ["id", "name", "notes", "created_at"], label: { $0.value.name },
            list: { try await admin.organizations(text: $0.search, page: $0.page, for: $1) },
            detail: AdminDetail(
                form: detail, number: { $0.kept.number }, label: { $0.kept.value.name },
                get: { try await admin.organization($0, for: $1) },
                adding: .init(
                    RequestForm("AdminNewOrganization", [name, notes]), reply: detail,
                    number: { $0.kept.number }
                ) { try await admin.addOrganization(name: $0[name], notes: $0[notes], by: $1) },
                changing: .init(form: RequestForm("AdminOrganizationEdit", [newName, notes])) {
                    number, values, caller in
                    try await admin.changeOrganization(number, values.names, by: caller) { organization in
                        if let name = values[newName] { organization.name = name }
                        organization.notes = values.changed(notes, from: organization.notes)
                    }
                },
                deleting: .init(
                    consequences: { detail in
                        AdminRow.Consequences(
                            goes: [
                                AdminCount.of(detail.extent.accounts, "account"),
                                AdminCount.of(detail.extent.banks, "bank of questions", "banks of questions"),
                                AdminCount.of(detail.extent.templates, "template"), "its invitations",
                            ],
                            stays: [
                                AdminCount.of(detail.extent.people, "person", "people"),
                                AdminCount.of(detail.extent.interviews, "interview"),
                            ])
                    }, work: { try await admin.deleteOrganization($0, by: $1) })), isMadeByAll: true)
    }
}
