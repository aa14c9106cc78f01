import FoundationEssentials
import Interview
import Records
import Service
import Web

/// Resumes, for admins.
enum AdminResumes {
    private static let person = AdminFields.number("person_id", "Only of this person.")

    private static let fields: [ReplyField<ResumeListing>] = [
        ReplyField("id", "Its number.") { $0.number },
        ReplyField("uuid", "Its UUID.") { $0.id },
        ReplyField("file_name", "The name of the file.") { $0.fileName },
        ReplyField("person_id", "The number of the person whose it is.") { $0.person },
        ReplyField("organization_id", "The number of that person's organization.") { $0.organization },
        ReplyField("has_file", "Whether its file is kept.") { $0.file != nil },
        ReplyField("interviews", "How many interviews follow it.") { $0.interviews },
        ReplyField("created_at", "When it was first kept.") { $0.createdAt },
    ]

    private static let row = ReplyForm("AdminResume", fields)

    private struct Detail: Sendable {
        let listing: ResumeListing
        let resume: Resume
    }

    private static let detail = ReplyForm<Detail>(
        "AdminResumeDetail",
        fields.map { $0.of(\Detail.listing) } + [
            ReplyField("content_hash", "The SHA-256 of the file.") { $0.resume.contentHash },
            ReplyField("text", "All that it says.", schema: .text(length: 0...Int.max)) { $0.resume.text },
        ])

    static func resource(_ admin: AdminService) -> AdminResource {
        AdminResource(
            "resumes", title: "Resumes", noun: "resume",
            about: "What people have sent of themselves. The search looks into them.", row: row,
            columns: [
                "id", "file_name", "person_id", "organization_id", "has_file", "interviews", "created_at",
            ],
            filters: [person], label: { $0.fileName },
            list: {
                try await admin.resumes(person: $0[person], text: $0.search, page: $0.page, for: $1)
            },
            detail: AdminDetail(
                form: detail, number: { $0.listing.number }, label: { $0.listing.fileName },
                get: {
                    let found = try await admin.resume($0, for: $1)
                    return Detail(listing: found.listing, resume: found.resume)
                },
                deleting: .init(
                    consequences: { detail in
                        AdminRow.Consequences(
                            goes: detail.listing.file == nil
                                ? [] : ["its file, unless something else names it"],
                            stays: [
                                AdminCount.of(detail.listing.interviews, "interview") + " that followed it"
                            ])
                    }, work: { try await admin.deleteResume($0, by: $1) })))
    }
}
